"use client";
import { useTranslations } from "next-intl";
import { Button } from "../actions/button";
import type { Seen } from "../fields/use-seen";
import { type Fact, FactList } from "../lists/fact-list";
import styles from "./note.module.css";

interface NewerValuesProps<V> {
  seen: Pick<Seen<V>, "before" | "newer" | "accept">;
  /** The values in words, each with its label; those that did not change are left out. */
  words: (values: V) => readonly { label: string; value: string }[];
  /** Puts the newer values into the fields. */
  onTake: (values: V) => void;
}

/** Somebody else saved while this form was open: what is stored now, beside what was typed, and the choice between them. */
export function NewerValues<V>({ seen, words, onTake }: NewerValuesProps<V>) {
  const t = useTranslations("ui.newer");
  const { newer, before, accept } = seen;
  if (newer === null) return null;
  const old = words(before);
  const facts: Fact[] = words(newer)
    .filter(({ value }, index) => value !== old[index]?.value)
    .map(({ label, value }) => ({ label, value: value || t("empty") }));
  if (facts.length === 0) return null;
  return (
    <section role="status" className={`${styles.newer} ${styles.amber}`}>
      <p>{t("title")}</p>
      <FactList facts={facts} />
      <div className={styles.choices}>
        <Button
          small
          onClick={() => {
            onTake(newer);
            accept();
          }}
        >
          {t("take")}
        </Button>
        <Button small onClick={accept}>
          {t("keep")}
        </Button>
      </div>
    </section>
  );
}
