"use client";
import { useTranslations } from "next-intl";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";

interface TakenNoteProps {
  problem: ShownProblem | null;
  /** Takes the next free start, as ISO text. */
  onTake: (startsAt: string) => void;
}

/** A refused booking: who or what is taken, from when to when, and a button for the next free time. */
export function TakenNote({ problem, onTake }: TakenNoteProps) {
  const t = useTranslations("sessions.taken");
  const f = useFormat();
  if (!problem) return null;
  if (problem.code !== "roomTaken" && problem.code !== "personTaken")
    return <ProblemNote problem={problem} code={problem.code === "unexpected" ? problem.reference : undefined} />;
  const { name, from, to, nextFree } = problem.params;
  const next = nextFree ? String(nextFree) : null;
  const said = {
    name: String(name),
    span: f.span(String(from), String(to)),
    next: next ? t("next", { time: f.dateTime(next) }) : t("noNext"),
  };
  return (
    <ErrorNote
      action={
        next ? (
          <Button small onClick={() => onTake(next)}>
            {t("take", { time: f.dateTime(next) })}
          </Button>
        ) : null
      }
    >
      {problem.code === "roomTaken" ? t("room", said) : t("person", said)}
    </ErrorNote>
  );
}
