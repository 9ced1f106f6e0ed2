"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorNote } from "./error-note";
import type { ProblemWords } from "./problem-text";
import { useLater } from "./use-later";

export interface ProblemNoteProps {
  problem: ProblemWords;
  code?: string;
  action?: ReactNode;
}

const loadSaid = () => import("./said-problem").then(({ SaidProblem }) => SaidProblem);

/** A refusal, in place. What puts it into words comes with the first one; a page that is refused nothing carries none of it. */
export function ProblemNote(props: ProblemNoteProps) {
  const t = useTranslations("problems");
  const { part: Said, hasFailed } = useLater(loadSaid, true);
  if (Said) return <Said {...props} />;
  return <ErrorNote action={props.action}>{hasFailed ? t("unreachable") : "…"}</ErrorNote>;
}
