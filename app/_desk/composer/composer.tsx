"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useId, useRef } from "react";
import { laneOf } from "@/app/_lanes/lane-key";
import { laneLook } from "@/app/_lanes/lane-look";
import { Button } from "@/app/_ui/actions/button";
import { writeCardLimits } from "@/app/_ui/limits/desk";
import { useCards } from "../cover/use-cards";
import { useServerState } from "../use-desk-state";
import styles from "./composer.module.css";
import { Answering, GoesTo, SpeakerPill } from "./composer-head";
import { ComposerTools } from "./composer-tools";
import { Suggestions } from "./suggestions";
import { useComposing } from "./use-composing";
import { useWriting } from "./use-writing";

/** One line that becomes a card: @ chooses the speaker, # the column, ↵ writes. Its head says who can read it. */
export function Composer() {
  const t = useTranslations("desk.composer");
  const id = useId();
  const { may } = useServerState();
  const { lane } = useCards();
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useComposing(field);
  if (!lane || !may("desk.write")) return null;
  const of = laneOf(lane);
  const { token, suggestions } = composing;
  return (
    <form
      method="dialog"
      className={`${styles.composer} ${laneLook(of.lane, of.sideIndex)}`}
      data-lane={of.lane}
      aria-label={t("label")}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        composing.submit();
      }}
    >
      <GoesTo lane={lane} />
      <Answering />
      <div className={styles.line}>
        <SpeakerPill />
        <LineField id={id} field={field} composing={composing} />
        <Button small type="submit" kbd="↵" aria-keyshortcuts="Enter">
          {t("write")}
        </Button>
        {token && suggestions.length > 0 ? (
          <Suggestions
            id={id}
            label={token.sign === "@" ? t("who") : t("what")}
            suggestions={suggestions}
            chosen={composing.chosen}
            onPick={composing.pick}
          />
        ) : null}
      </div>
      <ComposerTools id={id} field={field} composing={composing} />
    </form>
  );
}

interface LineFieldProps {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  composing: ReturnType<typeof useComposing>;
}

function LineField({ id, field, composing }: LineFieldProps) {
  const t = useTranslations("desk.composer");
  const { setDraft } = useWriting();
  const { draft, suggestions, chosen, isComposing, look } = composing;
  return (
    <textarea
      ref={field}
      id="desk-composer"
      className={styles.field}
      rows={1}
      maxLength={writeCardLimits.text}
      value={draft.text}
      placeholder={t(`placeholder.${draft.kind}`)}
      aria-label={t("field")}
      aria-autocomplete="list"
      aria-controls={suggestions.length > 0 ? `${id}-list` : undefined}
      aria-activedescendant={suggestions.length > 0 ? `${id}-${chosen}` : undefined}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        const { value, selectionStart } = event.currentTarget;
        setDraft({ ...draft, text: value });
        look(value, selectionStart);
      }}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        look(event.currentTarget.value, event.currentTarget.selectionStart);
      }}
      onKeyDown={composing.press}
      onBlur={() => composing.setToken(null)}
    />
  );
}
