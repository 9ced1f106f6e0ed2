"use client";
import { useTranslations } from "next-intl";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";

interface TakenNoteProps {
  problem: ShownProblem | null;
  /** Takes the next free start, as ISO text; absent where another hour is chosen in another way. */
  onTake?: (startsAt: string) => void;
}

/** The refusals that offer another hour, and their sentences. */
const kinds = { roomTaken: "room", personTaken: "person", personAway: "away", personTooFar: "tooFar" } as const;

/** A refused booking: who or what is taken or cannot come, from when to when, and a button for the next free time. */
export function TakenNote({ problem, onTake }: TakenNoteProps) {
  const t = useTranslations("sessions.taken");
  const f = useFormat();
  if (!problem) return null;
  const kind = kinds[problem.code as keyof typeof kinds];
  if (!kind)
    return <ProblemNote problem={problem} code={problem.code === "unexpected" ? problem.reference : undefined} />;
  const { name, from, to, minutes, nextFree } = problem.params;
  const next = nextFree ? String(nextFree) : null;
  const said = {
    name: String(name),
    span: f.span(String(from), String(to)),
    minutes: Number(minutes ?? 0),
    next: next ? t("next", { time: f.dateTime(next) }) : t("noNext"),
  };
  return (
    <ErrorNote
      action={
        next && onTake ? (
          <Button small onClick={() => onTake(next)}>
            {t("take", { time: f.dateTime(next) })}
          </Button>
        ) : null
      }
    >
      {t(kind, said)}
    </ErrorNote>
  );
}
