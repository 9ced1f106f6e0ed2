"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { TextField } from "@/app/_ui/fields/text-field";
import { triageDisputeLimits } from "@/app/_ui/fields/text-limits";
import { FormSection } from "@/app/_ui/layout/form-section";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { gateQuestions, type NonAcceptanceReason, type Track } from "@/db/vocabulary";
import type { GateFacts } from "@/server/disputes/parts/gate-facts";
import styles from "./triage.module.css";
import { TriageLead } from "./triage-lead";
import { isAnswered, newestOf, type Said, saidBefore, TriageQuestions } from "./triage-questions";
import { TriageRefusal } from "./triage-refusal";
import { TriageTracks } from "./triage-tracks";

interface TriageFormProps {
  disputeId: string;
  isAgain: boolean;
  facts: GateFacts;
}

/**
 * Triage: questions that must all be answered, those answered before with who answered them and when;
 * the tracks that remain with the reason why others are barred, and who leads; or non-acceptance, with the other routes to tell. Nothing is pre-chosen.
 */
export function TriageForm({ disputeId, isAgain, facts }: TriageFormProps) {
  const t = useTranslations("triage");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.triage.mutationOptions());
  const keep = useAct(trpc.disputes.answerGate.mutationOptions(), {
    onDone: () => {
      showToast({ message: t("kept") });
      setReason("");
    },
  });
  const before = saidBefore(facts);
  const [saidNow, setSaid] = useState<Said>({});
  const [answersReason, setReason] = useState("");
  const said = { ...before, ...saidNow };
  // Sent is what is new: what was answered before stands as it is.
  const given = newestOf(facts);
  const changed = gateQuestions.filter(
    (question) => said[question] !== given[question]?.answer && !facts.record.some((one) => one.question === question),
  );
  const fresh: Said = Object.fromEntries(changed.flatMap((one) => (said[one] ? [[one, said[one]]] : [])));
  const takesBack = changed.some((question) => given[question]?.answer === "yes");
  const [choice, setChoice] = useState<Track | "none" | null>(null);
  const [overrideReason, setOverride] = useState("");
  const [lead, setLead] = useState({ leadPersonId: "", leadUnit: "" });
  const [refusal, setRefusal] = useState<NonAcceptanceReason | null>(null);
  const answers = isAnswered(said) ? said : null;
  const offers = useQuery(trpc.disputes.tracks.queryOptions(answers ? { disputeId, answers: fresh } : skipToken));
  const track = choice === "none" ? null : choice;
  const isBarred = offers.data?.some((offer) => offer.track === track && offer.canLift);

  function answer(next: Said) {
    setSaid(next);
    // Another answer may bar the chosen track.
    setChoice(null);
    setOverride("");
  }
  const isExplained = !takesBack || answersReason.trim() !== "";
  const isReady =
    answers !== null &&
    isExplained &&
    choice !== null &&
    (choice === "none" ? refusal !== null : lead.leadPersonId !== "" && (!isBarred || overrideReason.trim() !== ""));
  async function go() {
    if (!isReady || !answers) return;
    await act.run({
      disputeId,
      answers: fresh,
      answersReason,
      track,
      notAcceptedReason: track ? null : refusal,
      overrideReason,
      ...(track ? lead : {}),
    });
  }

  return (
    <div id="triage" className={styles.anchor}>
      <Sheet labelledBy="triage-title">
        <SectionHead id="triage-title" title={isAgain ? t("again") : t("title")} note={t("note")} />
        <FormSection title={t("questions")} hint={t("questionsHint")}>
          <TriageQuestions said={said} onSay={answer} facts={facts} />
          {takesBack ? (
            <TextField
              label={t("answersReason")}
              hint={t("answersReasonHint")}
              maxLength={triageDisputeLimits.overrideReason}
              value={answersReason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          {changed.length > 0 ? (
            <div className={styles.foot}>
              <p>{t("keepHint")}</p>
              <Button
                busy={keep.isBusy}
                disabled={!isExplained || Object.keys(fresh).length === 0}
                onClick={() => keep.run({ disputeId, answers: fresh, answersReason })}
              >
                {t("keep")}
              </Button>
            </div>
          ) : null}
        </FormSection>
        <FormSection title={t("track")} hint={t("trackHint")}>
          {answers && offers.data ? (
            <TriageTracks
              answers={answers}
              isEntrusted={facts.record.some((one) => one.record === "courtEntrusted")}
              offers={offers.data}
              choice={choice}
              onChoose={setChoice}
              overrideReason={overrideReason}
              onOverride={setOverride}
            />
          ) : (
            <p className={styles.quiet}>
              {t("answerFirst", { count: Object.values(said).length, all: gateQuestions.length })}
            </p>
          )}
        </FormSection>
        {track ? (
          <FormSection title={t("lead")} hint={t("leadHint")}>
            <TriageLead key={track} disputeId={disputeId} track={track} lead={lead} onChange={setLead} />
          </FormSection>
        ) : null}
        {choice === "none" ? (
          <FormSection title={t("refuse")} hint={t("refuseHint")}>
            <TriageRefusal reason={refusal} onChoose={setRefusal} />
          </FormSection>
        ) : null}
        {keep.problem ? <ProblemNote problem={keep.problem} code={keep.problem.reference} /> : null}
        {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        <div className={styles.foot}>
          <p>{choice === "none" ? t("willRefuse") : track ? t(`will.${track}`) : t("willNothing")}</p>
          <Button variant="go" busy={act.isBusy} disabled={!isReady} onClick={go}>
            {choice === "none" ? t("goRefuse") : track ? t(`go.${track}`) : t("goAccept")}
          </Button>
        </div>
      </Sheet>
    </div>
  );
}
