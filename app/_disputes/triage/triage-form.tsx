"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { type Need, needsOf } from "@/app/_ui/dialogs/use-missing";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { FormSection } from "@/app/_ui/layout/form-section";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { gateQuestions, type NonAcceptanceReason, type Track } from "@/db/vocabulary";
import type { GateFacts } from "@/server/disputes/parts/gate-facts";
import { AnswersPart } from "./answers-part";
import styles from "./triage.module.css";
import { TriageLead } from "./triage-lead";
import { isAnswered, type Said } from "./triage-questions";
import { TriageRefusal } from "./triage-refusal";
import { TriageTracks } from "./triage-tracks";
import { useAnswers } from "./use-answers";

interface TriageFormProps {
  disputeId: string;
  /** Whoever triages. */
  personId: string;
  isAgain: boolean;
  facts: GateFacts;
  /** 'YYYY-MM-DD'. */
  today: string;
}

/**
 * Triage: questions that must all be answered, those answered before with who answered them and when;
 * the tracks that remain with the reason why others are barred, and who leads; or non-acceptance, with the other routes to
 * tell. Nothing is pre-chosen.
 */
export function TriageForm({ disputeId, personId, isAgain, facts, today }: TriageFormProps) {
  const t = useTranslations("triage");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.triage.mutationOptions(), { onDone: goToNextStep });
  const saying = useAnswers(facts);
  const { said, fresh, isExplained } = saying;
  const [choice, setChoice] = useState<Track | "none" | null>(null);
  const [overrideReason, setOverride] = useState("");
  const [lead, setLead] = useState({ leadPersonId: "", leadUnit: "" });
  const [decidedOn, setDecidedOn] = useState<string | null>(null);
  const day = { today, value: decidedOn, onChange: setDecidedOn };
  const [refusal, setRefusal] = useState<NonAcceptanceReason | null>(null);
  const answers = isAnswered(said) ? said : null;
  const offers = useQuery(trpc.disputes.tracks.queryOptions(answers ? { disputeId, answers: fresh } : skipToken));
  const track = choice === "none" ? null : choice;
  const isBarred = offers.data?.some((offer) => offer.track === track && offer.canLift);

  function choose(next: Track | "none" | null) {
    setChoice(next);
    // Not everybody may lead every track.
    setLead({ ...lead, leadPersonId: "" });
  }
  function answer(next: Said) {
    saying.setSaid(next);
    choose(null); // Another answer may bar the chosen track.
    setOverride("");
  }
  const needs = useTriageNeeds(said, {
    answersReason: isExplained,
    track: choice !== null,
    override: !isBarred || overrideReason.trim() !== "",
    lead: choice === "none" || lead.leadPersonId !== "",
    reason: choice !== "none" || refusal !== null,
  });
  const go = () =>
    answers &&
    act.run({
      disputeId,
      answers: fresh,
      answersReason: saying.reason,
      track,
      notAcceptedReason: track ? null : refusal,
      overrideReason,
      ...(track ? { ...lead, acceptedOn: decidedOn } : { notAcceptedOn: decidedOn }),
    });
  return (
    <div id="triage" className={styles.anchor}>
      <Sheet labelledBy="triage-title">
        <SectionHead id="triage-title" title={isAgain ? t("again") : t("title")} note={t("note")} />
        <AnswersPart disputeId={disputeId} facts={facts} answers={saying} onSay={answer} />
        <FormSection title={t("track")} hint={t("trackHint")}>
          {answers && offers.data ? (
            <TriageTracks
              answers={answers}
              isEntrusted={facts.record.some((one) => one.record === "courtEntrusted")}
              offers={offers.data}
              choice={choice}
              onChoose={choose}
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
            <TriageLead key={track} disputeId={disputeId} {...{ personId, track, lead }} onChange={setLead} />
            <HappenedDay label={t("acceptedOn")} {...day} />
          </FormSection>
        ) : null}
        {choice === "none" ? <TriageRefusal reason={refusal} onChoose={setRefusal} day={day} /> : null}
        {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        <TriageFoot choice={choice} isBusy={act.isBusy} needs={needs} onGo={go} />
      </Sheet>
    </div>
  );
}

/** What is still missing: the questions that nobody has answered yet, then the rest in the order of the page. */
function useTriageNeeds(
  said: Said,
  rest: Readonly<Record<"answersReason" | "track" | "override" | "lead" | "reason", boolean>>,
): Need[] {
  const t = useTranslations("triage");
  const ask = useTranslations("vocabulary.gateQuestions");
  const leadWords = useTranslations("disputes.lead");
  const questions = gateQuestions.map((question) => [ask(question), said[question] !== undefined] as const);
  const words = {
    ...{ answersReason: t("answersReason"), track: t("track"), override: t("override") },
    ...{ lead: leadWords("person"), reason: t("reason") },
  };
  return [...questions, ...needsOf((one: keyof typeof rest) => words[one], rest)];
}

/** The form is gone once it is answered: what comes next stands at the top. */
function goToNextStep() {
  document.getElementById("content")?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}

interface TriageFootProps {
  choice: Track | "none" | null;
  isBusy: boolean;
  needs: readonly Need[];
  onGo: () => void;
}

/** What will happen, and the button that does it: pressed too early, it says what is missing and goes there. */
function TriageFoot({ choice, isBusy, needs, onGo }: TriageFootProps) {
  const t = useTranslations("triage");
  const isTrack = choice !== null && choice !== "none";
  return (
    <div className={styles.foot}>
      <p>{choice === "none" ? t("willRefuse") : isTrack ? t(`will.${choice}`) : t("willNothing")}</p>
      <NeedsButton needs={needs} isBusy={isBusy} onGo={onGo}>
        {choice === "none" ? t("goRefuse") : isTrack ? t(`go.${choice}`) : t("goAccept")}
      </NeedsButton>
    </div>
  );
}
