"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Link } from "@/app/_ui/actions/link";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import type { Board } from "@/server/invitations/reads/board";
import { AnswerDialog } from "./answer-dialog";
import type { BoardSeat } from "./board-seats";
import { SeatCandidates } from "./seat-candidates";
import { SeatGap } from "./seat-gap";
import { SeatHistory } from "./seat-history";
import { SeatLink } from "./seat-link";
import { SeatNeed } from "./seat-need";
import styles from "./seat-panel.module.css";
import { SeatProposals } from "./seat-proposals";
import { SummaryForm } from "./summary-form";
import { useForceName } from "./use-seat-words";

interface SeatPanelProps {
  disputeId: string;
  board: Board;
  seat: BoardSeat;
  now: Date;
  onClose: () => void;
}

/** The chosen seat: its invitations, the parties who have yet to agree, the possible candidates. */
export function SeatPanel({ disputeId, board, seat, now, onClose }: SeatPanelProps) {
  const t = useTranslations("board.panel");
  const comma = useTranslations("board")("listComma");
  const force = useForceName()(seat.force);
  const can = (action: Board["allowed"][number]) => board.allowed.includes(action);
  const unconsented = board.track === "peoples" ? (board.unconsented ?? []) : [];
  const hasGap = board.track === "peoples" && Boolean(seat.force.missing?.length);
  const waiting = seat.state === "sent" || seat.state === "seen" ? seat.current : null;
  const joined = seat.state === "accepted" && seat.current?.link ? seat.current : null;
  const isHeld = seat.state === "sent" || seat.state === "seen" || seat.state === "accepted";
  // A party who has not agreed to a force, or objects to it, may still agree to one person of it.
  const mayAsk = can("invitation.send");
  return (
    <SidePanel title={t("seat", { force })} onClose={onClose}>
      {can("invitation.send") || can("invitation.withdraw") ? (
        <SeatNeed disputeId={disputeId} forceCode={seat.force.code} now={now} />
      ) : null}
      <SeatHistory history={seat.history} substitutions={board.substitutions} now={now} />
      {waiting && waiting.proposals.length > 0 ? (
        <SeatProposals disputeId={disputeId} invitation={waiting} canMove={can("session.move")} now={now} />
      ) : null}
      {waiting && can("invitation.makeLink") ? (
        <SeatLink key={`link ${waiting.id}`} disputeId={disputeId} invitation={waiting} now={now} />
      ) : null}
      {joined && can("invitation.revokeLink") ? (
        <SeatLink key={`link ${joined.id}`} disputeId={disputeId} invitation={joined} isAnswered now={now} />
      ) : null}
      {isHeld && seat.current && can("invitation.recordAnswer") ? (
        <AnswerDialog key={`answer ${seat.current.id}`} disputeId={disputeId} invitation={seat.current} />
      ) : null}
      {isHeld && seat.current && can("invitation.withdraw") ? (
        <Withdraw disputeId={disputeId} invitation={seat.current} />
      ) : null}
      {unconsented.length > 0 ? (
        <p className={styles.note}>
          {can("notice.give") && !can("consent.record")
            ? t("noNotice")
            : t("mediationGap", { names: unconsented.map((party) => party.name).join(comma) })}
          {can("notice.give") || can("consent.record") ? (
            <Link href={`/disputes/${disputeId}/parties#consents`} className={styles.way}>
              {t("toParties")}
            </Link>
          ) : null}
        </p>
      ) : null}
      {hasGap && !isHeld ? <SeatGap disputeId={disputeId} seat={seat} canRecord={can("consent.record")} /> : null}
      {mayAsk && !board.hasSummary ? <SummaryForm disputeId={disputeId} version={board.summaryVersion} /> : null}
      {mayAsk && board.hasSummary ? (
        <SeatCandidates
          disputeId={disputeId}
          seat={seat}
          isHeld={isHeld}
          canConsent={can("consent.record")}
          now={now}
        />
      ) : null}
      {mayAsk ? <p className={styles.foot}>{t("foot")}</p> : null}
    </SidePanel>
  );
}

function Withdraw({ disputeId, invitation }: { disputeId: string; invitation: { id: string; name: string } }) {
  const t = useTranslations("board.panel");
  const trpc = useTRPC();
  const { name } = invitation;
  const act = useAct(trpc.invitations.withdraw.mutationOptions(), {
    onDone: () => showToast({ message: t("withdrawn2", { name }) }),
  });
  return (
    <>
      <div>
        <Button
          small
          variant="stop"
          busy={act.isBusy}
          onClick={() => act.run({ disputeId, invitationId: invitation.id })}
        >
          {t("withdraw")}
        </Button>
      </div>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
    </>
  );
}
