"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import type { RefusedInterpreter } from "@/server/disputes/reads/interpreter-rows";
import type { InterpretingPlace } from "./place";

/** Whoever said no or nothing is asked once more by one press, unless they are asked again already or the session has begun. */
export function AskAgain({ at, one }: { at: InterpretingPlace; one: RefusedInterpreter }) {
  const t = useTranslations("sessions.interpreters");
  const trpc = useTRPC();
  const again = useAct(trpc.interpreters.askAgain.mutationOptions());
  const { place, list, refused, allowed, disputeId, proceedingId } = at;
  const isAhead = place.at === "session" && place.isBooked && !place.hasBegun;
  const isLast = refused.filter(({ name }) => name === one.name).at(-1)?.id === one.id;
  if (!isAhead || !isLast || !allowed.includes("interpreter.name") || list.some(({ name }) => name === one.name))
    return null;
  return (
    <>
      <Button
        small
        variant="text"
        busy={again.isBusy}
        onClick={() => void again.run({ disputeId, proceedingId, askingId: one.asking.id })}
      >
        {t("askAgain", { name: one.name })}
      </Button>
      {again.problem ? <ProblemNote problem={again.problem} code={again.problem.reference} /> : null}
    </>
  );
}
