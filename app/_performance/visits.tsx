"use client";
import { useTranslations } from "next-intl";
import { PrintHere } from "@/app/_papers/print-here";
import { Button } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type FairnessAnswer, fairnessQuestions } from "@/db/vocabulary";
import type { PerformancePage } from "@/server/performance/reads/ledger";
import styles from "./performance.module.css";

/** Follow-up visits, newest first. `onRecord` only where the reader may record one. */
export function Visits({ page, onRecord }: { page: PerformancePage; onRecord?: () => void }) {
  const t = useTranslations("performance.visit");
  const words = useTranslations("vocabulary.satisfactions");
  const questions = useTranslations("vocabulary.fairnessQuestions");
  const answers = useTranslations("vocabulary.fairnessAnswers");
  const fairnessSaid = (said: readonly FairnessAnswer[]) =>
    fairnessQuestions
      .map((question, i) => t("fairnessSaid", { question: questions(question), answer: answers(said[i] ?? "unsaid") }))
      .join(t("fairnessAnd"));
  const f = useFormat();
  const { visits, parties } = page;
  const mayPrint = page.allowed.includes("paper.ask") && page.proceeding?.track === "peoples";
  const record = onRecord ? (
    <Button small onClick={onRecord}>
      {t("record")}
    </Button>
  ) : null;
  return (
    <Sheet labelledBy="visits">
      <SectionHead
        id="visits"
        title={t("title")}
        note={visits.length > 0 ? t("count", { count: visits.length }) : null}
        end={visits.length > 0 ? record : null}
      />
      {page.revisit ? <p className={styles.small}>{t("thirdParty", { due: f.day(page.revisit.dueOn) })}</p> : null}
      {visits.length === 0 ? <Empty action={record}>{t("none")}</Empty> : null}
      <ul className={styles.visits}>
        {visits.map((visit) => (
          <li key={visit.id}>
            <span>
              {t("line", {
                at: f.day(visit.visitedOn),
                who: parties.find((party) => party.id === visit.partyId)?.name ?? t("everyone"),
                satisfaction: words(visit.satisfaction),
              })}
            </span>
            {visit.fairness ? <span>{fairnessSaid(visit.fairness)}</span> : null}
            {visit.escalationSigns ? <b>{t("signsSeen", { signs: visit.escalationSigns })}</b> : null}
            {visit.courtAction ? <span>{t("courtSaid", { what: visit.courtAction })}</span> : null}
            {visit.measures ? <span>{t("measuresTaken", { what: visit.measures })}</span> : null}
            {visit.note ? <span>{visit.note}</span> : null}
            <span className={styles.small}>{t("by", { who: visit.visitedByName })}</span>
            {visit.isThirdParty ? <span className={styles.small}>{t("thirdPartyMark")}</span> : null}
            {mayPrint ? (
              <PrintHere
                disputeId={page.disputeId}
                kinds={["revisit"]}
                subjectId={visit.id}
                of={f.day(visit.visitedOn)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
