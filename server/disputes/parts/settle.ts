import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disputes } from "@/db/schema/disputes";
import { people } from "@/db/schema/people";
import { proceedings } from "@/db/schema/proceedings";
import type { ProceedingStatus } from "@/db/vocabulary";
import type { DisputeRow, ProceedingRow } from "../../access/gate";
import { conflict } from "../../kernel/problem";
import { type Facts, factsOf } from "../reads/facts";
import { followSessions } from "./follow-sessions";
import { decisionOf, ownStepOf, type Step, type StepTime } from "./next-step";

/** Columns a verb may set together with the status. */
export type Stamps = Partial<
  Pick<
    ProceedingRow,
    "leadPersonId" | "leadUnit" | "assistantId" | "endedAt" | "outcome" | "archivedAt" | "dossierNumber" | "retention"
  >
>;

/** An active head of the proceeding's committee and of its station, where there are any. */
async function headsOf(tx: Tx, proceeding: ProceedingRow): Promise<{ committeeHead?: string; stationHead?: string }> {
  const heads = await tx
    .select({ id: people.id, role: people.role })
    .from(people)
    .where(
      and(
        eq(people.countyId, proceeding.countyId),
        sql`(${people.role} = 'committeeHead' and ${people.committeeId} = ${proceeding.committeeId}
          or ${people.role} = 'stationHead' and ${people.stationId} = ${proceeding.stationId})`,
        sql`${people.disabledAt} is null`,
      ),
    )
    .orderBy(people.id);
  return {
    committeeHead: heads.find((head) => head.role === "committeeHead")?.id,
    stationHead: heads.find((head) => head.role === "stationHead")?.id,
  };
}

/**
 * Writes status, stamps, version and the next step, if the version is still the one that was read. `tell` sends the event
 * and the jobs of the act behind it, without waiting for its answer.
 */
export async function settleProceeding(
  tx: Tx,
  change: StepTime & { proceeding: ProceedingRow; status: ProceedingStatus; stamps: Stamps },
  tell: () => Promise<unknown>,
): Promise<void> {
  const { proceeding, status, now, stamps } = change;
  const [facts, heads] = await Promise.all([
    factsOf(tx, proceeding.countyId, proceeding.id, now),
    headsOf(tx, proceeding),
  ]);
  // What ended with a merge waits for nobody: its papers are filed with those of the registration that goes on.
  const isMerged = stamps.outcome === "merged";
  const decision = isMerged ? null : keptDue(proceeding, status, decisionOf(status, facts, change), facts);
  const own = keptDue(proceeding, status, ownStepOf(proceeding.track, status, facts, change), facts);
  const step = isMerged ? null : (decision ?? own);
  const waiting = isMerged ? waitingOf(proceeding) : decision ? own : null;
  const lead = stamps.leadPersonId ?? proceeding.leadPersonId;
  const owner = step && (await ownerOf(tx, proceeding, step, { lead, heads }));
  const update = tx
    .update(proceedings)
    .set({
      ...stamps,
      status,
      version: proceeding.version + 1,
      nextStep: step?.step ?? null,
      nextOwnerId: owner,
      nextDueAt: step?.dueAt ?? null,
      waitingStep: waiting?.step ?? null,
      waitingDueAt: waiting?.dueAt ?? null,
    })
    .where(
      and(
        eq(proceedings.countyId, proceeding.countyId),
        eq(proceedings.id, proceeding.id),
        eq(proceedings.version, proceeding.version),
      ),
    )
    .returning({ id: proceedings.id });
  // The event comes last, as it covers the clock that follows the sessions: it waits for that where there is one.
  const [moved] = await Promise.all([update.execute(), followSessions(tx, change, facts).then(tell)]);
  if (moved.length === 0) throw conflict("changedMeanwhile");
}

/** Whoever has to do it: of the seal, a head who did not mediate the matter; where there is none, the lead. */
async function ownerOf(
  tx: Tx,
  { countyId, id }: ProceedingRow,
  step: Step,
  { lead, heads }: { lead: string; heads: Awaited<ReturnType<typeof headsOf>> },
): Promise<string> {
  if (step.owner === "lead") return lead;
  if (step.step !== "sealAgreement") return heads[step.owner] ?? lead;
  const sealers = await tx.execute<{ id: string }>(
    sql`select id from app.sealers_of(${countyId}::uuid, ${id}::uuid) where id <> ${lead}::uuid limit 1`,
  );
  return sealers[0]?.id ?? lead;
}

type Due = Pick<Step, "step" | "dueAt">;

const nextOf = ({ nextStep, nextDueAt }: ProceedingRow): Due | null =>
  nextStep && nextDueAt ? { step: nextStep, dueAt: nextDueAt } : null;

/** What the lead has to do as it stands in the row, also while it waits behind a head's decision or a merge. */
const waitingOf = (proceeding: ProceedingRow): Due | null => {
  const { waitingStep, waitingDueAt } = proceeding;
  return waitingStep && waitingDueAt ? { step: waitingStep, dueAt: waitingDueAt } : nextOf(proceeding);
};

/** The step, with the due time it had where it is the same one as before: of what is next, or of what waits. */
function keptDue(proceeding: ProceedingRow, status: ProceedingStatus, step: Step | null, facts: Facts): Step | null {
  if (!step || (status !== proceeding.status && proceeding.outcome !== "merged")) return step;
  // What has no day of its own is looked after from when it arose.
  if (!softSteps.has(step.step) && (step.step !== "watchPerformance" || facts.nextDueOn)) return step;
  const known = [waitingOf(proceeding), nextOf(proceeding)];
  const same = known.find((one) => one?.step === step.step);
  return same ? { ...step, dueAt: same.dueAt } : step;
}

/** Steps whose due time counts from when they arose: an act after which the same step is next must not postpone it. */
const softSteps = new Set([
  "giveNotice",
  "recordConsent",
  "identifyParty",
  "findViolation",
  "tellGuardian",
  "decideSettlement",
  "nameLead",
  "inviteForces",
  "bookSession",
  "draftAgreement",
  "collectSignatures",
  "sealAgreement",
  "visit",
  "close",
  "archive",
  "coordinate",
  "settleAssignment",
  "handOver",
  "clearGate",
  "takeOver",
  "leaveTrack",
]);

/** Before triage there is no proceeding, so only the dispute's version is raised. */
export async function settleDispute(tx: Tx, dispute: DisputeRow, tell: () => Promise<unknown>): Promise<void> {
  const update = tx
    .update(disputes)
    .set({ version: dispute.version + 1 })
    .where(
      and(eq(disputes.countyId, dispute.countyId), eq(disputes.id, dispute.id), eq(disputes.version, dispute.version)),
    )
    .returning({ id: disputes.id });
  const [moved] = await Promise.all([update.execute(), tell()]);
  if (moved.length === 0) throw conflict("changedMeanwhile");
}
