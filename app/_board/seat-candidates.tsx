"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Candidate } from "@/server/panel/reads/candidates";
import type { BoardSeat } from "./board-seats";
import { CandidateCard } from "./candidate-card";
import styles from "./seat-panel.module.css";
import { SeatTies } from "./seat-ties";

interface SeatCandidatesProps {
  disputeId: string;
  seat: BoardSeat;
  isHeld: boolean;
  canConsent: boolean;
  now: Date;
}

const closed = ["declined", "expired", "recused"];
const shown = 5;

/** While a seat is taken, a second person of the force can be asked: folded by default, open when the first has a tie. */
export function SeatCandidates({ disputeId, seat, isHeld, canConsent, now }: SeatCandidatesProps) {
  const t = useTranslations("board.panel");
  const trpc = useTRPC();
  const forceCode = seat.force.code;
  const found = useQuery(trpc.invitations.candidates.queryOptions({ disputeId, forceCode }));
  const ties = useQuery(trpc.panel.ties.queryOptions({ disputeId })).data;
  if (found.isPending) return <p className={styles.foot}>{t("searching")}</p>;
  const all = found.data ?? [];
  const holder = isHeld
    ? all.find((one) => one.personId === seat.current?.personId && one.barring.length > 0)
    : undefined;
  const list = all.filter((one) => one !== holder);
  const props = { disputeId, seat, list, ties, canConsent, now };
  return (
    <>
      {holder ? <CandidateCard disputeId={disputeId} one={holder} ties={ties} canConsent={canConsent} /> : null}
      {isHeld ? (
        <details className={styles.more}>
          <summary>{t("more")}</summary>
          <List {...props} />
        </details>
      ) : (
        <List {...props} canFill />
      )}
      {ties ? <SeatTies disputeId={disputeId} ties={ties} people={all} now={now} /> : null}
    </>
  );
}

interface ListProps extends Omit<SeatCandidatesProps, "isHeld"> {
  list: Candidate[];
  ties: Parameters<typeof CandidateCard>[0]["ties"];
  canFill?: boolean;
}

function List({ disputeId, seat, list, ties, canConsent, now, canFill }: ListProps) {
  const t = useTranslations("board.panel");
  const trpc = useTRPC();
  const f = useFormat(now);
  const forceCode = seat.force.code;
  const act = useAct(trpc.invitations.send.mutationOptions());
  const { despite, setDespite } = useDespite();
  const asked = useRef<string | null>(null);
  const freed = seat.history.findLast((one) => closed.includes(one.status));
  async function ask(personId: string, name: string) {
    const replacesId = canFill ? (freed?.id ?? null) : null;
    // A reason is for one person: another one who cannot come needs another.
    const isSame = asked.current === personId;
    asked.current = personId;
    const sent = await act.run({ disputeId, personId, forceCode, replacesId, despite: isSame ? despite : "" });
    if (sent || !isSame) setDespite("");
    if (sent) showToast({ message: t("sent2", { name, by: f.dayTime(sent.answerBy) }) });
  }
  const first = list.find((one) => one.isEligible);
  const cards = list.map((one) => {
    const isAgain = one.status !== null && one.status !== "recused" && closed.includes(one.status);
    return (
      <CandidateCard
        key={one.personId}
        disputeId={disputeId}
        one={one}
        isFirst={one === first}
        ties={ties}
        canConsent={canConsent}
        ask={
          one.status === null || isAgain ? (
            <Button
              small
              variant={one === first && canFill ? "go" : "outline"}
              busy={act.isBusy}
              onClick={() => ask(one.personId, one.name)}
            >
              {isAgain ? t("sendAgain", { name: one.name }) : t("send", { name: one.name })}
            </Button>
          ) : null
        }
      />
    );
  });
  return (
    <>
      {canFill ? <h3>{freed ? t("substitutes") : t("candidates")}</h3> : null}
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <DespiteField problem={act.problem} value={despite} onChange={setDespite} />
      {list.length === 0 ? <p>{t("noCandidates")}</p> : null}
      {cards.slice(0, shown)}
      {cards.length > shown ? (
        <details className={styles.more}>
          <summary>{t("others", { count: cards.length - shown })}</summary>
          {cards.slice(shown)}
        </details>
      ) : null}
    </>
  );
}
