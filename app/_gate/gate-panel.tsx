import { getLocale, getTranslations } from "next-intl/server";
import { dayOf } from "@/app/_calendar/days";
import { ClientWords } from "@/app/_i18n/client-words";
import { formatFor } from "@/app/_ui/format/format-for";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Timeline } from "@/app/_ui/lists/timeline";
import { Facts } from "@/app/_ui/text/facts";
import type { Gate, GateStep } from "@/server/disputes/reads/gate";
import { AnswerQuestion } from "./answer-question";
import styles from "./gate.module.css";
import { RecordStep } from "./record-step";
import { TakeOver } from "./take-over";

interface GatePanelProps {
  disputeId: string;
  gate: Gate;
  /** Whether this person may answer questions of the gate. */
  mayAnswer: boolean;
  /** Whether this person may take over and record. */
  mayTakeOver: boolean;
  /** Whether this person is the head, who may name an officer. */
  mayName: boolean;
  now: Date;
}

/** What answers of the gate ask for, with owner and due time, and what came of it. Not drawn where they ask for nothing. */
export async function GatePanel({ disputeId, gate, mayAnswer, mayTakeOver, mayName, now }: GatePanelProps) {
  if (gate.steps.length === 0) return null;
  const t = await getTranslations("gate");
  const results = await getTranslations("vocabulary.gateStepResults");
  const f = formatFor(await getLocale(), now);
  const open = gate.steps.filter((step) => !step.result);
  const isTaken = !open.some((step) => step.kind === "takeOver");
  const hasViolence = open.some((step) => step.kind !== "clarify");
  const named = mayName ? gate.officers : [];
  const titleOf = (step: GateStep) =>
    step.kind === "clarify" ? t(`clarify.${step.question ?? "injury"}`) : t(`step.${step.kind}`);
  function stateOf(step: GateStep): string {
    if (!step.result) {
      const words = { who: step.owner, when: f.dayTime(step.dueAt) };
      return Date.parse(step.dueAt) < now.getTime() ? t("late", words) : t("due", words);
    }
    const words = { result: results(step.result), day: f.day(step.doneOn ?? ""), who: step.doneBy ?? "" };
    return step.note ? t("done", { ...words, note: step.note }) : t("doneShort", words);
  }
  return (
    <ClientWords of="_gate/gate-panel">
      <div id="gate">
        <Sheet labelledBy="gate-steps">
          <SectionHead id="gate-steps" title={t("title")} note={t("note", { count: open.length })} />
          {hasViolence ? <p className={styles.quiet}>{t("violenceLaw")}</p> : null}
          <ul className={styles.steps}>
            {gate.steps.map((step) => (
              <li key={step.id} className={styles.step} data-done={step.result ? true : undefined}>
                <div>
                  <b>{titleOf(step)}</b>
                  <p className={styles.quiet}>{stateOf(step)}</p>
                </div>
                {step.result ? null : step.question ? (
                  mayAnswer && <AnswerQuestion disputeId={disputeId} question={step.question} label={t("answer")} />
                ) : mayTakeOver ? (
                  <StepButton disputeId={disputeId} kind={step.kind} isTaken={isTaken} officers={named} now={now} />
                ) : null}
              </li>
            ))}
          </ul>
          {hasViolence && isTaken && mayTakeOver ? (
            <TakeOver disputeId={disputeId} officers={named} isFirst={false} />
          ) : null}
        </Sheet>
      </div>
    </ClientWords>
  );
}

interface StepButtonProps {
  disputeId: string;
  kind: GateStep["kind"];
  isTaken: boolean;
  officers: Gate["officers"];
  now: Date;
}

/** What the police do next about a step: take over first, then record what came of it. */
async function StepButton({ disputeId, kind, isTaken, officers, now }: StepButtonProps) {
  const kinds = await getTranslations("vocabulary.gateStepKinds");
  if (kind === "takeOver") return <TakeOver disputeId={disputeId} officers={officers} isFirst />;
  if (kind === "clarify" || !isTaken) return null;
  return <RecordStep disputeId={disputeId} kind={kind} title={kinds(kind)} today={dayOf(now)} />;
}

interface GateAnswersListProps {
  disputeId: string;
  gate: Gate;
  mayAnswer: boolean;
  now: Date;
}

/** Everything answered at the gate, newest first: what, by whom, when. */
export async function GateAnswersList({ disputeId, gate, mayAnswer, now }: GateAnswersListProps) {
  if (gate.given.length === 0) return null;
  const t = await getTranslations("gate");
  const ask = await getTranslations("vocabulary.gateQuestions");
  const words = await getTranslations("vocabulary.yesNoUnclear");
  const moments = await getTranslations("vocabulary.answerMoments");
  const f = formatFor(await getLocale(), now);
  return (
    <section>
      <SectionHead
        title={t("answersTitle")}
        note={t("answersNote")}
        end={
          mayAnswer ? (
            <ClientWords of="_gate/gate-panel">
              <AnswerQuestion disputeId={disputeId} question={null} label={t("answerTitle")} />
            </ClientWords>
          ) : null
        }
      />
      <Timeline
        wide
        items={gate.given.map((one) => ({
          id: `${one.question} ${one.ordinal}`,
          dateTime: one.at,
          at: f.dayTime(one.at),
          words: (
            <Facts
              items={[
                `${ask(one.question)}: ${words(one.answer)}`,
                one.by,
                moments(one.givenAs),
                one.reason ? t("answerReason", { reason: one.reason }) : null,
              ]}
            />
          ),
          ...(one.answer === "no" ? {} : { tone: "strong" as const }),
        }))}
      />
    </section>
  );
}
