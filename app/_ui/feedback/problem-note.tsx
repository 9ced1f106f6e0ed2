"use client";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "../format/use-format";
import { ErrorNote } from "./error-note";

/** What the server sends instead of a sentence. */
export interface ProblemWords {
  code: string;
  params?: Record<string, string | number>;
}

/** Turns a problem into the words of `problems.<code>`; an unknown code says "unexpected". */
export function useProblemText(): (problem: ProblemWords) => string {
  const t = useTranslations("problems");
  const all = useTranslations();
  const locale = useLocale();
  const f = useFormat();
  /** Codes of ties, comma-separated, as words; "none" where none are given or the page's catalogues lack them. */
  const ties = (kinds: string) => {
    const keys = kinds.split(",").map((kind) => `vocabulary.tieKinds.${kind}` as Parameters<typeof all>[0]);
    return keys.every((key) => all.has(key)) ? keys.map((key) => all(key)).join(locale === "en" ? ", " : "、") : "none";
  };
  return ({ code, params = {} }) => {
    const key = code as Parameters<typeof t>[0];
    const said: [string, string | number][] = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" && instant.test(value) ? f.dateTime(value) : value,
    ]);
    if (code === "tied") return t("tied", { name: String(params.name ?? ""), kinds: ties(String(params.kinds ?? "")) });
    return t.has(key) ? t(key, Object.fromEntries(said)) : t("unexpected");
  };
}

/** The server sends times as ISO text; people read a day and a time. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/;

/** A refusal in words, in place. */
export function ProblemNote({ problem, code, action }: { problem: ProblemWords; code?: string; action?: ReactNode }) {
  const text = useProblemText();
  return (
    <ErrorNote code={code} action={action}>
      {text(problem)}
    </ErrorNote>
  );
}
