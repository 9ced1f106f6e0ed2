"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { TextArea } from "@/app/_ui/fields/text-field";
import { changeCardLimits } from "@/app/_ui/limits/desk";
import styles from "./cards.module.css";

/** New words for a card. ↵ saves, Esc cancels; an empty text is not saved. */
export function CardEditor({ text: before, onDone }: { text: string; onDone: (text: string | null) => void }) {
  const t = useTranslations("desk.cards");
  const [text, setText] = useState(before);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Only after the menu has returned the focus to its button.
    const timer = setTimeout(() => field.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  const words = text.trim();
  const save = () => onDone(words && words !== before ? words : null);
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      save();
    } else if (event.key === "Escape") {
      onDone(null);
    }
  }
  return (
    <div className={styles.editor}>
      <TextArea
        ref={field}
        label={t("newWords")}
        minRows={2}
        maxLength={changeCardLimits.text}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div className={styles.editorActs}>
        <Button small onClick={() => onDone(null)}>
          {t("leave")}
        </Button>
        <Button small onClick={save}>
          {t("keep")}
        </Button>
      </div>
    </div>
  );
}
