"use client";
import { IconAt } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Button } from "@/app/_ui/actions/button";
import { Kbd } from "@/app/_ui/actions/kbd";
import { inColumn } from "../outbox/drafts";
import styles from "./composer.module.css";
import { FileButtons } from "./file-buttons";
import { SavedLine } from "./saved-line";
import type { useComposing } from "./use-composing";
import { useWriting } from "./use-writing";

interface ComposerToolsProps {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  composing: ReturnType<typeof useComposing>;
}

/** Under the input: the same choices for the mouse, files, and whether the words are saved. */
export function ComposerTools({ id, field, composing: { draft, kinds, type } }: ComposerToolsProps) {
  const t = useTranslations("desk.composer");
  const { setDraft } = useWriting();
  return (
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
  );
}
