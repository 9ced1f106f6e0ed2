"use client";
import { useTranslations } from "next-intl";
import type { useFormat } from "@/app/_ui/format/use-format";
import styles from "./agreement.module.css";
import { type ClauseDraft, dueAfterOf, saysWhen } from "./clause-draft";

type Format = Pick<ReturnType<typeof useFormat>, "day">;

/**
 * By when a clause is to be done, within its sentence: a day, or what was said from the day of signing, which a paper keeps
 * saying after that day has come.
 */
export function DueInClause({ clause, f }: { clause: ClauseDraft; f: Format }) {
  const t = useTranslations("agreements.due");
  const days = dueAfterOf(clause);
  const isCheck = clause.kind === "refrain";
  if (!saysWhen(clause))
    return t.rich(isCheck ? "on" : "by", { day: () => <span className={styles.gap}>{t("missing")}</span> });
  const day = () => (
    <span className={styles.fill}>
      {days === null ? f.day(clause.dueOn) : days === 0 ? t("signingDay") : t("signingDays", { days })}
    </span>
  );
  return t.rich(days === null ? (isCheck ? "on" : "by") : days === 0 ? "onSigning" : "afterSigning", { day });
}

/** The same alone, in a table: with the day it came to be, once the agreement is in force. Empty where nothing is said. */
export function useDueWords(f: Format) {
  const t = useTranslations("agreements.due");
  return (clause: ClauseDraft): string => {
    const days = dueAfterOf(clause);
    if (!saysWhen(clause)) return "";
    if (days === null) return f.day(clause.dueOn);
    const words = days === 0 ? t("signingDay") : t("signingDays", { days });
    if (!clause.dueOn) return words;
    const day = f.day(clause.dueOn);
    return clause.movedFrom
      ? t("cameToBeMoved", { words, day, from: f.day(clause.movedFrom) })
      : t("cameToBe", { words, day });
  };
}
