import { and, eq } from "drizzle-orm";
import { proceedings } from "@/db/schema/proceedings";
import type { Track } from "@/db/vocabulary";
import type { ProceedingRow } from "../../access/gate";
import type { Actor } from "../../kernel/actor";
import { newId } from "../../kernel/ids";
import { dayOf } from "../../kernel/shanghai";
import { firstClockOf } from "../../rules/clock-days";
import { firstStatus } from "../lifecycle";
import type { Act } from "../perform";
import { checkLead } from "./check-lead";
import { firstLastDay, startClock } from "./start-clock";

/**
 * Opens the next proceeding of an open dispute. Used by triage, change of track and reopening. `acceptedOn` is the day on
 * which it was taken up where that is entered later; its clock starts on it.
 */
export async function openProceeding(
  act: Act<Actor>,
  choice: { track: Track; leadPersonId: string; leadUnit: string; acceptedOn?: string | null },
): Promise<ProceedingRow> {
  const { tx, countyId, dispute, proceeding: before, now } = act;
  const lead = await checkLead(tx, dispute, choice.track, choice.leadPersonId);
  const id = newId(now);
  const acceptedOn = choice.acceptedOn && choice.acceptedOn < dayOf(now) ? choice.acceptedOn : null;
  const [kind, startedOn] = [firstClockOf(choice.track), acceptedOn ?? dayOf(now)];
  const dueOn = kind && (await firstLastDay(tx, countyId, { kind, startedOn }, act));
  await tx.insert(proceedings).values({
    countyId,
    id,
    disputeId: dispute.id,
    ordinal: (before?.ordinal ?? 0) + 1,
    track: choice.track,
    status: firstStatus,
    stationId: dispute.stationId,
    committeeId: dispute.committeeId,
    leadPersonId: lead.id,
    leadUnit: choice.leadUnit || lead.unit,
    acceptedAt: now,
    acceptedOn,
    dueOn,
    // A placeholder that satisfies the constraints; `perform` works out the real next step before commit.
    nextStep: "triage",
    nextOwnerId: lead.id,
    nextDueAt: now,
  });
  if (kind && dueOn) await startClock(tx, { countyId, id, disputeId: dispute.id }, { kind, startedOn, dueOn }, now);
  // Read by a statement of its own: the rights to it are there once it is inserted.
  const [row] = await tx
    .select()
    .from(proceedings)
    .where(and(eq(proceedings.countyId, countyId), eq(proceedings.id, id)));
  if (!row) throw new Error("no proceeding");
  return row;
}
