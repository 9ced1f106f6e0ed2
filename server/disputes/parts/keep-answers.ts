import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { gateAnswers, gateSteps } from "@/db/schema/gate";
import { type AnswerMoment, type GateQuestion, gateQuestions } from "@/db/vocabulary";
import type { PersonActor } from "../../kernel/actor";
import { newId } from "../../kernel/ids";
import { invalid } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import type { Rules } from "../../rules/defaults";
import { afterOfficeHours } from "../../rules/office-hours";
import type { DayOverrides } from "../../rules/workdays";
import { type GateFacts, newestAnswers } from "./gate-facts";
import { openViolenceSteps } from "./open-violence-steps";
import { type GateStands, isLiftable } from "./triage-gate";

export interface GateWork {
  tx: Tx;
  actor: PersonActor;
  now: Date;
  rules: Rules;
  overrides: DayOverrides;
  disputeId: string;
  stationId: string;
}

/**
 * Stores what was answered, beside what was answered before, and opens what it asks for: a step to make clear what
 * is not clear, and the police's route where there is violence at home. What is clear now ends its step.
 * A "yes" is taken back only with a reason (answerReasonNeeded); a reason beside one that a reason can lift lets a running matter
 * go on (`app.gate_shut`). What was answered so already is stored once more only where it was asked `again`.
 */
export async function keepAnswers(
  work: GateWork,
  facts: GateFacts,
  answers: GateStands,
  { givenAs, reason, again = [] }: { givenAs: AnswerMoment; reason: string; again?: readonly GateQuestion[] },
): Promise<void> {
  const { tx, actor, now, disputeId } = work;
  const { countyId, personId } = actor;
  const before = newestAnswers(facts);
  const changed = gateQuestions.flatMap((question) => {
    const answer = answers[question];
    const known = before[question];
    if (!answer || (answer === known?.answer && !again.includes(question))) return [];
    if (known?.answer === "yes" && reason === "") throw invalid("answerReasonNeeded", { question });
    return [{ question, answer, ordinal: Math.max(known?.ordinal ?? 0, 0) + 1 }];
  });
  if (changed.length === 0) return;
  const rows = changed.map((one) => ({
    ...one,
    countyId,
    id: newId(now),
    disputeId,
    givenAs,
    reason: before[one.question]?.answer === "yes" || (one.answer === "yes" && isLiftable(one.question)) ? reason : "",
    givenBy: personId,
    givenAt: now,
  }));
  const isNow = (answer: string) => changed.filter((one) => one.answer === answer).map((one) => one.question);
  const clarified = [...isNow("yes"), ...isNow("no")];
  // `execute` sends at once, so that they arrive in this order without waiting for each other.
  await Promise.all([
    tx.insert(gateAnswers).values(rows).execute(),
    // A step to make clear stands only where an answer stood before.
    endClarified(
      work,
      clarified.filter((question) => before[question]),
    ),
    openClarifying(work, isNow("unclear")),
    isNow("yes").includes("familyViolence") ? openViolenceSteps(work) : null,
  ]);
}

async function endClarified({ tx, actor, now, disputeId }: GateWork, questions: GateQuestion[]): Promise<void> {
  if (questions.length === 0) return;
  await tx
    .update(gateSteps)
    .set({ result: "answered", doneOn: dayOf(now), doneBy: actor.personId, doneAt: now })
    .where(
      and(
        eq(gateSteps.countyId, actor.countyId),
        eq(gateSteps.disputeId, disputeId),
        inArray(gateSteps.question, questions),
        isNull(gateSteps.result),
      ),
    )
    .execute();
}

/** Whoever could not say it finds it out, while the office is open. */
async function openClarifying(
  { tx, actor, now, rules, overrides, disputeId }: GateWork,
  questions: GateQuestion[],
): Promise<void> {
  if (questions.length === 0) return;
  const { countyId, personId } = actor;
  const dueAt = afterOfficeHours(now, rules["gate.clarifyHours"], { rules, overrides });
  await tx
    .insert(gateSteps)
    .values(
      questions.map((question) => ({
        countyId,
        id: newId(now),
        disputeId,
        kind: "clarify" as const,
        question,
        ownerId: personId,
        openedBy: personId,
        openedAt: now,
        dueAt,
      })),
    )
    .onConflictDoNothing()
    .execute();
}
