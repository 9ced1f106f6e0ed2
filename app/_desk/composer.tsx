"use client";
import { IconAt, IconX } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { laneOf } from "@/app/_sessions/lane-key";
import { Button } from "@/app/_ui/button";
import { formatSide } from "@/app/_ui/format-number";
import { Kbd } from "@/app/_ui/kbd";
import { LaneBand, LaneIcon } from "@/app/_ui/lane-chip";
import { laneLook } from "@/app/_ui/lane-look";
import { limitOf } from "@/app/_ui/limit-of";
import { SideStamp } from "@/app/_ui/side-stamp";
import { showToast } from "@/app/_ui/toasts";
import type { CardKind } from "@/db/vocabulary";
import { writeCardInput } from "@/server/desk/inputs";
import styles from "./composer.module.css";
import { type KindWord, kindsFor, settled, speakersFor, type Token, tokenAt, without } from "./composer-words";
import { columns } from "./desk";
import { inColumn, saidBy } from "./drafts";
import { FileButtons } from "./file-buttons";
import { SavedLine } from "./saved-line";
import { type Suggestion, Suggestions } from "./suggestions";
import { useDeskHere } from "./use-desk";

const kindsTyped: readonly CardKind[] = [...columns, "note"];

/** One line that becomes a card: @ says who spoke, # which column, ↵ writes. Its head says who can read it. */
export function Composer() {
  const t = useTranslations("desk.composer");
  const kindWords = useTranslations("vocabulary.cardKinds");
  const locale = useLocale();
  const id = useId();
  const { lane, speakers, draft, setDraft, write, may, cards, state } = useDeskHere();
  const field = useRef<HTMLTextAreaElement>(null);
  const isComposing = useRef(false);
  const [token, setToken] = useState<Token | null>(null);
  const [at, setAt] = useState(0);
  const kinds = useMemo<KindWord[]>(() => kindsTyped.map((kind) => ({ kind, word: kindWords(kind) })), [kindWords]);

  if (!lane || !may("desk.write")) return null;
  const of = laneOf(lane);
  const speaker = speakers.find((one) => one.key === draft.speaker) ?? null;
  const answered = draft.answersId ? cards.find((card) => card.id === draft.answersId) : undefined;

  const suggestions: Suggestion[] = !token
    ? []
    : token.sign === "@"
      ? speakersFor(token.fragment, speakers).map((one) => ({ key: one.key, word: one.name, side: one.side }))
      : kindsFor(token.fragment, kinds).map(({ kind, word }) => ({ key: kind, word, side: null }));
  const chosen = Math.min(at, suggestions.length - 1);

  function look(text: string, caret: number) {
    const next = isComposing.current ? null : tokenAt(text, caret);
    setToken(next);
    setAt(0);
  }
  function pick({ key }: Suggestion) {
    if (!token) return;
    const rest = without(draft.text, token);
    const next =
      token.sign === "@" ? saidBy(draft, key) : inColumn(draft, kindsTyped.find((kind) => kind === key) ?? draft.kind);
    // At once, not with the next frame: whoever types on meanwhile would find the caret moved under his hands.
    flushSync(() => {
      setDraft({ ...next, text: rest.text });
      setToken(null);
    });
    field.current?.focus();
    field.current?.setSelectionRange(rest.caret, rest.caret);
  }
  function submit() {
    const said = settled(draft.text, speakers, kinds);
    const named = said.speaker ? saidBy(draft, said.speaker.key) : draft;
    const next = { ...inColumn(named, said.kind ?? draft.kind), text: said.text };
    setToken(null);
    if (!said.text) return setDraft(next);
    write(next);
    if (lane?.lane === "sealed") showToast({ message: t("sealedSent") });
  }
  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    // An input method uses the same keys; 229 is how some of them say so.
    if (isComposing.current || event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (suggestions.length > 0 && token) {
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step) {
        event.preventDefault();
        return setAt((chosen + step + suggestions.length) % suggestions.length);
      }
      const one = suggestions[chosen];
      if (one && (event.key === "Enter" || event.key === "Tab")) {
        event.preventDefault();
        return pick(one);
      }
      if (event.key === "Escape") return setToken(null);
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Backspace" && draft.text === "") {
      // At the empty line the last thing said about it goes first.
      if (draft.answersId) setDraft({ ...draft, answersId: null });
      else if (draft.speaker) setDraft(saidBy(draft, null));
    }
  }
  /** The picker of the mouse is the same list: it types the sign. */
  function type(sign: "@" | "#") {
    const text = draft.text && !/\s$/.test(draft.text) ? `${draft.text} ${sign}` : draft.text + sign;
    setDraft({ ...draft, text });
    setToken({ sign, from: text.length - 1, to: text.length, fragment: "" });
    setAt(0);
    field.current?.focus();
  }

  return (
    <form
      className={`${styles.composer} ${laneLook(of.lane, of.sideIndex)}`}
      data-lane={of.lane}
      aria-label={t("label")}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={styles.goes} role="status">
        <LaneBand {...of} />
        <LaneIcon lane={of.lane} />
        <span>{t(`goes.${lane.lane}`, { side: formatSide(of.sideIndex, locale), count: state.sides.length })}</span>
        <span className={styles.keys}>{t("keys")}</span>
      </p>
      {answered ? (
        <p className={styles.answering}>
          <span>{t("answering", { text: answered.text ?? "" })}</span>
          <button
            type="button"
            aria-label={t("notAnswering")}
            title={t("notAnswering")}
            onClick={() => setDraft({ ...draft, answersId: null })}
          >
            <IconX aria-hidden />
          </button>
        </p>
      ) : null}
      <div className={styles.line}>
        {speaker ? (
          <span className={styles.who}>
            {speaker.side !== null ? <SideStamp index={speaker.side - 1} small /> : null}
            {speaker.name}
            <button
              type="button"
              aria-label={t("nobody")}
              title={t("nobody")}
              onClick={() => setDraft(saidBy(draft, null))}
            >
              <IconX aria-hidden />
            </button>
          </span>
        ) : null}
        <textarea
          ref={field}
          id="desk-composer"
          className={styles.field}
          rows={1}
          maxLength={limitOf(writeCardInput, "text")}
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
          onKeyDown={press}
          onBlur={() => setToken(null)}
        />
        <Button small type="submit" kbd="↵" aria-keyshortcuts="Enter">
          {t("write")}
        </Button>
        {token && suggestions.length > 0 ? (
          <Suggestions
            id={id}
            label={token.sign === "@" ? t("who") : t("what")}
            suggestions={suggestions}
            chosen={chosen}
            onPick={pick}
          />
        ) : null}
      </div>
      <div className={styles.tools}>
        <Button
          small
          icon={<IconAt aria-hidden />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => type("@")}
        >
          {t("who")}
        </Button>
        <div role="radiogroup" aria-label={t("what")} className={styles.kinds}>
          {kinds.map(({ kind, word }) => (
            <label key={kind} className={styles.kind}>
              <input
                type="radio"
                name={`${id}-kind`}
                checked={draft.kind === kind}
                onChange={() => {
                  setDraft(inColumn(draft, kind));
                  field.current?.focus();
                }}
              />
              <Kbd>#</Kbd>
              {word}
            </label>
          ))}
        </div>
        <FileButtons />
        <SavedLine />
      </div>
    </form>
  );
}
