"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorNote } from "./error-note";

/** What the server sends instead of a sentence. */
export interface ProblemWords {
  code: string;
  params?: Record<string, string | number>;
}

/** Turns a problem into the words of `problems.<code>`; an unknown code says "unexpected". */
export function useProblemText(): (problem: ProblemWords) => string {
  const t = useTranslations("problems");
  return ({ code, params }) => {
    const key = code as Parameters<typeof t>[0];
    return t.has(key) ? t(key, params) : t("unexpected");
  };
}

/** A refusal in words, in place. */
export function ProblemNote({ problem, code, action }: { problem: ProblemWords; code?: string; action?: ReactNode }) {
  const text = useProblemText();
  return (
    <ErrorNote code={code} action={action}>
      {text(problem)}
    </ErrorNote>
  );
}
