"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { TextArea } from "@/app/_ui/fields/text-field";
import { FormSection } from "@/app/_ui/layout/form-section";
import { triageDisputeLimits } from "@/app/_ui/limits/disputes";
import type { GateFacts } from "@/server/disputes/parts/gate-facts";
import styles from "./triage.module.css";
import { type Said, TriageQuestions } from "./triage-questions";
import type { Answers } from "./use-answers";

interface AnswersPartProps {
  disputeId: string;
  facts: GateFacts;
  answers: Answers;
  onSay: (said: Said) => void;
}

/** The questions, why a "yes" is taken back, and keeping what is known so far: what is not clear becomes a step. */
export function AnswersPart({ disputeId, facts, answers, onSay }: AnswersPartProps) {
  const t = useTranslations("triage");
  const trpc = useTRPC();
  const keep = useAct(trpc.disputes.answerGate.mutationOptions(), {
    onDone: () => {
      showToast({ message: t("kept") });
      answers.setReason("");
    },
  });
  const { said, fresh, takesBack, reason, setReason, isExplained } = answers;
  return (
    <FormSection title={t("questions")} hint={t("questionsHint")}>
      <TriageQuestions said={said} onSay={onSay} facts={facts} />
      {takesBack ? (
        <TextArea
          minRows={2}
          label={t("answersReason")}
          hint={t("answersReasonHint")}
          maxLength={triageDisputeLimits.answersReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      {Object.keys(fresh).length > 0 ? (
        <div className={styles.foot}>
          <p>{t("keepHint")}</p>
          <NeedsButton
            variant="outline"
            needs={[[t("answersReason"), isExplained]]}
            isBusy={keep.isBusy}
            onGo={() => void keep.run({ disputeId, answers: fresh, answersReason: reason })}
          >
            {t("keep")}
          </NeedsButton>
        </div>
      ) : null}
      {keep.problem ? <ProblemNote problem={keep.problem} code={keep.problem.reference} /> : null}
    </FormSection>
  );
}
