"use client";
import { useTranslations } from "next-intl";
import { useLater } from "../actions/use-later";
import { ErrorNote } from "./error-note";
import type { ProblemNoteProps } from "./problem-text";

const loadSaid = () => import("./said-problem").then(({ SaidProblem }) => SaidProblem);

/** A refusal, in place. What puts it into words comes with the first one; a page that is refused nothing carries none of it. */
export function ProblemNote(props: ProblemNoteProps) {
  const t = useTranslations("problems");
  const { part: Said, hasFailed } = useLater(loadSaid, true);
  if (Said) return <Said {...props} />;
  return <ErrorNote action={props.action}>{hasFailed ? t("unreachable") : "…"}</ErrorNote>;
}
