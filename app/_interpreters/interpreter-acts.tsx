"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { Line } from "@/app/_ui/layout/columns";
import type { Interpreter } from "@/server/disputes/reads/interpreter-rows";
import type { InterpretingPlace } from "./place";

interface InterpreterActsProps {
  at: InterpretingPlace;
  one: Interpreter;
  /** Opens the dialog in which their signature, an answer they gave by mouth, or when they were told is noted. */
  onOpen: (dialog: "sign" | "answer" | "tell") => void;
}

/** What may be noted of one interpreter or reader now: told, what they answered, came or not, signed, not needed any more. */
export function InterpreterActs({ at, one, onOpen }: InterpreterActsProps) {
  const t = useTranslations("sessions.interpreters");
  const trpc = useTRPC();
  const tell = useAct(trpc.interpreters.tell.mutationOptions());
  const attend = useAct(trpc.interpreters.attend.mutationOptions());
  const end = useAct(trpc.interpreters.end.mutationOptions());
  const { place, allowed } = at;
  const target = { disputeId: at.disputeId, proceedingId: at.proceedingId, interpreterId: one.id };
  const isComing = place.at === "session" && place.isBooked && !place.hasBegun;
  const canEnd = one.attendance === "expected" && (place.at === "session" || place.status === "draft");
  const canSign = place.at === "agreement" && place.status === "signing" && place.areAllSigned && !one.signedAt;
  const problem = tell.problem ?? attend.problem ?? end.problem;
  const note = (means: "phone" | "inPerson") =>
    place.at === "session" && void tell.run({ ...target, means, startsAt: new Date(place.startsAt).toISOString() });
  return (
    <>
      <Line>
        {isComing && !one.personId && allowed.includes("interpreter.tell") ? (
          <>
            <Button small busy={tell.isBusy} onClick={() => note("phone")}>
              {t("toldByPhone")}
            </Button>
            <Button small busy={tell.isBusy} onClick={() => note("inPerson")}>
              {t("toldInPerson")}
            </Button>
            <Button small variant="text" onClick={() => onOpen("tell")}>
              {t("toldBefore", { name: one.name })}
            </Button>
          </>
        ) : null}
        {isComing && one.asking && allowed.includes("interpreter.recordAnswer") ? (
          <Button small onClick={() => onOpen("answer")}>
            {t("recordAnswer")}
          </Button>
        ) : null}
        {place.at === "session" && place.hasBegun && allowed.includes("interpreter.attend")
          ? ([true, false] as const)
              .filter((came) => one.attendance !== (came ? "present" : "absent"))
              .map((came) => (
                <Button
                  key={String(came)}
                  small
                  busy={attend.isBusy}
                  onClick={() => void attend.run({ ...target, came })}
                >
                  {t(came ? "came" : "stayedAway", { name: one.name })}
                </Button>
              ))
          : null}
        {canSign && allowed.includes("interpreter.sign") ? (
          <Button small onClick={() => onOpen("sign")}>
            {t("sign.open", { name: one.name })}
          </Button>
        ) : null}
        {canEnd && allowed.includes("interpreter.end") ? (
          <Button small variant="text" busy={end.isBusy} onClick={() => void end.run(target)}>
            {t("end", { name: one.name })}
          </Button>
        ) : null}
      </Line>
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
    </>
  );
}
