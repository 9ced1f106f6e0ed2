"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import type { BoardInvitation } from "@/server/invitations/reads/board";
import styles from "./seat-panel.module.css";

interface SeatProposalsProps {
  disputeId: string;
  invitation: BoardInvitation;
  canMove: boolean;
  now: Date;
}

const minute = 60_000;

/** When they could come instead; the session moves there with one press, if room and people are free. */
export function SeatProposals({ disputeId, invitation, canMove, now }: SeatProposalsProps) {
  const t = useTranslations("board.proposals");
  const trpc = useTRPC();
  const f = useFormat(now);
  const { name, proposals, proposalNote, session } = invitation;
  const move = useAct(trpc.sessions.move.mutationOptions());
  async function moveTo(startsAt: string, endsAt: string) {
    if (!session?.roomId) return;
    const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / minute);
    const moved = await move.run({
      disputeId,
      sessionId: session.id,
      sessionVersion: session.version,
      startsAt: new Date(startsAt).toISOString(),
      minutes,
      roomId: session.roomId,
    });
    if (moved) showToast({ message: t("moved", { at: f.dateTime(startsAt) }) });
  }
  return (
    <section className={styles.gap} aria-label={t("title", { name })}>
      <h3>{t("title", { name })}</h3>
      <ul className={styles.times}>
        {proposals.map(({ startsAt, endsAt }) => (
          <li key={startsAt}>
            <Line isSpread>
              <time dateTime={startsAt}>{f.span(startsAt, endsAt)}</time>
              {canMove && session?.roomId ? (
                <Button small busy={move.isBusy} onClick={() => moveTo(startsAt, endsAt)}>
                  {t("move")}
                </Button>
              ) : null}
            </Line>
          </li>
        ))}
      </ul>
      {proposalNote ? <p>{t("note", { note: proposalNote })}</p> : null}
      {move.problem ? <ProblemNote problem={move.problem} code={move.problem.reference} /> : null}
    </section>
  );
}
