"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ClueSteps } from "@/app/_points/clue-steps";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { declineClueLimits } from "@/app/_ui/limits/calls";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { ClueRow } from "@/server/calls/queries";
import { listLimits } from "@/server/kernel/choices";
import styles from "./calls.module.css";

/** What helpers reported and what contact points did about it, unanswered first; the reporter is never named. Registering a dispute takes a clue up. */
export function ClueList({ clues, canAnswer, now }: { clues: readonly ClueRow[]; canAnswer: boolean; now: string }) {
  const t = useTranslations("calls.clues");
  const words = useTranslations("clues.status");
  const f = useFormat(new Date(now));
  const [declining, decline] = useState<ClueRow | null>(null);
  return (
    <Sheet labelledBy="clues" flush>
      <div className={styles.head}>
        <SectionHead id="clues" title={t("title")} />
      </div>
      {clues.length === 0 ? <Empty>{t("none")}</Empty> : null}
      <ul>
        {clues.map((clue) => (
          <li key={clue.id} className={styles.group}>
            <div className={styles.words}>
              <p className={styles.place}>
                {clue.place} <Tag tone={clue.status === "new" ? "act" : "plain"}>{words(clue.status)}</Tag>
              </p>
              <p>{clue.text}</p>
              <p className={styles.facts}>
                <Facts
                  items={[
                    f.dayTime(clue.reportedAt),
                    clue.point,
                    clue.status === "new" && clue.firstBy && clue.steps.length === 0
                      ? t("firstBy", { when: f.dayTime(clue.firstBy) })
                      : null,
                    clue.status === "new" && clue.firstBy && clue.steps.length === 0 && clue.firstBy < now ? (
                      <b key="point-late" className={styles.late}>
                        {t("pointLate")}
                      </b>
                    ) : null,
                    clue.status === "new" ? t("answerBy", { when: f.dayTime(clue.answerBy) }) : null,
                    clue.status === "new" && clue.answerBy < now ? (
                      <b key="late" className={styles.late}>
                        {t("late")}
                      </b>
                    ) : null,
                    clue.answer,
                    clue.disputeNumber,
                  ]}
                />
              </p>
              <ClueSteps steps={clue.steps} now={now} />
            </div>
            {clue.status === "new" && canAnswer ? (
              <span className={styles.actions}>
                <Button small onClick={() => decline(clue)}>
                  {t("decline")}
                </Button>
                <ButtonLink small href={`/register?${new URLSearchParams({ clue: clue.id, place: clue.place })}`}>
                  {t("register")}
                </ButtonLink>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <ListEnd rows={clues} most={listLimits.clues} />
      {declining ? <DeclineDialog key={declining.id} clueId={declining.id} onClose={() => decline(null)} /> : null}
    </Sheet>
  );
}

function DeclineDialog({ clueId, onClose }: { clueId: string; onClose: () => void }) {
  const t = useTranslations("calls.clues");
  const act = useAct(useTRPC().clues.decline.mutationOptions(), { onDone: onClose });
  return (
    <ReasonActDialog
      title={t("declineTitle")}
      label={t("answer")}
      hint={t("answerHint")}
      maxLength={declineClueLimits.answer}
      least={1}
      verb={t("go")}
      leave={t("cancel")}
      act={act}
      refusal="last"
      onGo={(answer) => act.run({ clueId, answer })}
      onClose={onClose}
    />
  );
}
