"use client";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useFormat } from "../format/use-format";
import { ErrorNote } from "./error-note";
import { useProblemSentences } from "./problem-sentences";

/** What the server sends instead of a sentence. */
export interface ProblemWords {
  code: string;
  params?: Record<string, string | number>;
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
  /** Codes of ties, comma-separated, as words; "none" where none are given. */
  const ties = (kinds: string) => {
    const keys = kinds.split(",") as Parameters<typeof tie>[0][];
    return keys.every((key) => tie.has(key)) ? keys.map((key) => tie(key)).join(locale === "en" ? ", " : "、") : "none";
  };
  /** What a sentence wants filled in. */
  const said = (code: string, params: Record<string, string | number>) =>
    code === "tied"
      ? { name: String(params.name ?? ""), kinds: ties(String(params.kinds ?? "")) }
      : Object.fromEntries(
          Object.entries(params).map(([name, value]) => [
            name,
            typeof value === "string" && instant.test(value) ? f.dateTime(value) : value,
          ]),
        );
  return ({ code, params = {} }) => {
    if (code === "unreachable") return t("unreachable");
    if (code === "unavailable") return t("unavailable");
    if (code === "overloaded") return t("overloaded");
    if (code === "signedOut") return t("signedOut");
    if (typeof sentences === "function") return sentences(code, said(code, params)) ?? t("unexpected");
    ask();
    return sentences === "failed" ? t("unexpected") : "…";
  };
}

/** The server sends times as ISO text; people read a day and a time. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/;

/** A refusal in words, in place, and brought to where the eye is: after a press it has the focus too. */
export function ProblemNote({ problem, code, action }: { problem: ProblemWords; code?: string; action?: ReactNode }) {
  const said = useProblemText()(problem);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said === "…") return;
    note.current?.scrollIntoView({ block: "nearest" });
    const { activeElement } = document;
    // Whoever is typing elsewhere is not taken away from it.
    if (activeElement === document.body || activeElement instanceof HTMLButtonElement)
      note.current?.focus({ preventScroll: true });
  }, [said]);
  return (
    <ErrorNote ref={note} code={code} action={action}>
      {said}
    </ErrorNote>
  );
}
