"use client";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "../format/use-format";
import { useProblemSentences } from "./problem-sentences";
import { problemValues } from "./problem-values";

/** What the server sends instead of a sentence. */
export interface ProblemWords {
  code: string;
  params?: Record<string, string | number>;
}

export interface ProblemNoteProps {
  problem: ProblemWords;
  code?: string;
  action?: ReactNode;
}

/**
 * Turns a problem into the words of `problems.<code>`; an unknown code says "unexpected". Those that a page may have to
 * say without a connection are sent with it, all others are fetched with the first refusal and said as "…" until then.
 */
export function useProblemText(): (problem: ProblemWords) => string {
  const t = useTranslations("problems");
  const tie = useTranslations("vocabulary.tieKinds");
  const locale = useLocale();
  const f = useFormat();
  const { sentences, ask } = useProblemSentences();
  return ({ code, params = {} }) => {
    if (code === "unreachable") return t("unreachable");
    if (code === "unavailable") return t("unavailable");
    if (code === "overloaded") return t("overloaded");
    if (code === "signedOut") return t("signedOut");
    const say = { locale, tie, dateTime: f.dateTime, date: f.date };
    if (typeof sentences === "function")
      return sentences(code, problemValues({ code, params }, say)) ?? t("unexpected");
    ask();
    return sentences === "failed" ? t("unexpected") : "…";
  };
}
