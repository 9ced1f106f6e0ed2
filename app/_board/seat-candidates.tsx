"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/button";
import { ProblemNote } from "@/app/_ui/problem-note";
import { SuggestCard } from "@/app/_ui/suggest-card";
import { showToast } from "@/app/_ui/toasts";
import { useFormat } from "@/app/_ui/use-format";
import type { BoardSeat } from "./board-seats";
import styles from "./seat-panel.module.css";
import { useReasons } from "./use-reasons";

/** While a seat is held, a second person of the same force can still be asked, folded away. */
export function SeatCandidates({
  isHeld,
  ...props
}: {
  disputeId: string;
  seat: BoardSeat;
  isHeld: boolean;
  now: Date;
}) {
  const t = useTranslations("board.panel");
  if (!isHeld) return <List {...props} canFill />;
  return (
    <details className={styles.more}>
      <summary>{t("more")}</summary>
      <List {...props} />
    </details>
  );
}

const closed = ["declined", "expired"];

function List({ disputeId, seat, now, canFill }: { disputeId: string; seat: BoardSeat; now: Date; canFill?: boolean }) {
  const t = useTranslations("board.panel");
  const comma = useTranslations("board")("listComma");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const f = useFormat(now);
  const forceCode = seat.force.code;
  const query = trpc.invitations.candidates.queryOptions({ disputeId, forceCode });
  const found = useQuery(query);
  const reasons = useReasons();
  const again = { onDone: () => cache.invalidateQueries({ queryKey: query.queryKey }) };
  const act = useAct(trpc.invitations.send.mutationOptions(), again);
  const say = useAct(trpc.consents.record.mutationOptions(), again);

  const freed = seat.history.findLast((one) => closed.includes(one.status));
  async function ask(personId: string, name: string) {
    const sent = await act.run({ disputeId, personId, forceCode, replacesId: canFill ? (freed?.id ?? null) : null });
    if (sent) showToast({ message: t("sent2", { name, by: f.dayTime(sent.answerBy) }) });
  }

  if (found.isPending) return <p className={styles.foot}>{t("searching")}</p>;
  const list = found.data ?? [];
  const first = list.find((one) => one.status === null && one.missing.length === 0);
  const problem = act.problem ?? say.problem;
  return (
    <>
      {canFill ? <h3>{freed ? t("substitutes") : t("candidates")}</h3> : null}
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
      {list.length === 0 ? <p>{t("noCandidates")}</p> : null}
      {list.map((one) => {
        const isFirst = one === first;
        const isAgain = one.status !== null && closed.includes(one.status);
        const canAsk = one.missing.length === 0 && (one.status === null || isAgain);
        const toPerson = one.missing.map(({ id }) => ({
          partyId: id,
          subject: "invitePerson" as const,
          personId: one.personId,
          answer: "agreed" as const,
        }));
        return (
          <SuggestCard
            key={one.personId}
            name={one.name}
            unit={one.post}
            isFirst={isFirst}
            reasons={reasons(one)}
            action={
              canAsk ? (
                <div className={styles.ask}>
                  <Button
                    small
                    variant={isFirst && canFill ? "go" : "outline"}
                    busy={act.isBusy}
                    onClick={() => ask(one.personId, one.name)}
                  >
                    {isAgain ? t("sendAgain", { name: one.name }) : t("send", { name: one.name })}
                  </Button>
                </div>
              ) : one.missing.length > 0 ? (
                <div className={styles.ask}>
                  <Button small busy={say.isBusy} onClick={() => say.run({ disputeId, answers: toPerson })}>
                    {t("agreePerson", { names: one.missing.map((party) => party.name).join(comma), name: one.name })}
                  </Button>
                </div>
              ) : null
            }
          />
        );
      })}
    </>
  );
}
