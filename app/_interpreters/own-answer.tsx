"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useFirstUse } from "@/app/_ui/actions/use-first-use";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import type { OwnInterpreting } from "@/server/interpreters/reads/own-interpreting";

const loadDialogs = () => import("@/app/_invitations/answer-dialogs");

interface OwnAnswerProps {
  one: OwnInterpreting;
  askingId: string;
  now: Date;
}

/** The reader's own answer to the question whether they interpret: yes to this hour, no with a reason, or another time. */
export function OwnAnswer({ one, askingId, now }: OwnAnswerProps) {
  const t = useTranslations("sessions.interpreters.ownAnswer");
  const f = useFormat(now);
  const act = useAct(useTRPC().interpreters.answer.mutationOptions());
  const [asking, setAsking] = useState<"decline" | "propose" | null>(null);
  const { part, hasFailed, use } = useFirstUse(loadDialogs);
  const { status, answerBy, asker, askerPhone, startsAt, endsAt, room, point, address } = one;
  const isWaiting = status === "sent";
  const open = (which: "decline" | "propose") => {
    use();
    setAsking(which);
  };
  const yes = () => void act.run({ askingId, answer: { is: "yes", startsAt: new Date(startsAt).toISOString() } });
  const Ask = asking && part ? part.dialogs[asking] : null;
  const invitation = {
    from: { name: asker, post: "", phone: askerPhone, unit: "" },
    offers: [{ startsAt, endsAt, room, point, address, isHeld: true }],
    partyNames: [],
  };
  return (
    <Stack>
      <p>{isWaiting && answerBy ? t("by", { at: f.nearDay(answerBy) }) : t("accepted")}</p>
      <Line>
        {isWaiting ? (
          <>
            <Button small variant="go" busy={act.isBusy} onClick={yes}>
              {t("yes")}
            </Button>
            <Button small onClick={() => open("propose")}>
              {t("other")}
            </Button>
          </>
        ) : null}
        <Button small onClick={() => open("decline")}>
          {t("no")}
        </Button>
      </Line>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      {hasFailed ? <LaterFailed /> : null}
      {Ask ? <Ask invitation={invitation} invitationId="" askingId={askingId} onClose={() => setAsking(null)} /> : null}
    </Stack>
  );
}
