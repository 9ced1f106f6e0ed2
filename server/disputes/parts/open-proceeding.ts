import { and, eq } from "drizzle-orm";
import { proceedings } from "@/db/schema/proceedings";
import type { Track } from "@/db/vocabulary";
import type { ProceedingRow } from "../../access/gate";
import type { Actor } from "../../kernel/actor";
import { newId } from "../../kernel/ids";
import { addMonths, dayOf } from "../../kernel/shanghai";
import type { Rules } from "../../rules/defaults";
import { dayOverridesOf } from "../../rules/queries";
import { addWorkdays, type DayOverrides, rollToWorkday } from "../../rules/workdays";
import { firstStatus } from "../lifecycle";
import type { Act } from "../perform";
import { checkLead } from "./check-lead";

/** The track's statutory last day; the day of acceptance does not count. Null without a limit. */
export function dueOnOf(track: Track, acceptedOn: string, rules: Rules, overrides: DayOverrides): string | null {
  if (track === "peoples") return rollToWorkday(addMonths(acceptedOn, rules["peoples.months"]), overrides);
  if (track === "publicSecurity")
    return addWorkdays(acceptedOn, rules["publicSecurity.firstSessionWorkdays"], overrides);
  return null;
}

/** Opens the next proceeding of an open dispute. Used by triage, change of track and reopening. */
export async function openProceeding(
  act: Act<Actor>,
  choice: { track: Track; leadPersonId: string; leadUnit: string },
): Promise<ProceedingRow> {
  const { tx, countyId, dispute, proceeding: before, now, rules } = act;
  const lead = await checkLead(tx, dispute, choice.track, choice.leadPersonId);
  const id = newId(now);
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
    dueOn: dueOnOf(choice.track, dayOf(now), rules, await dayOverridesOf(tx, countyId)),
    // A placeholder that satisfies the constraints; `perform` works out the real next step before commit.
    nextStep: "triage",
    nextOwnerId: lead.id,
    nextDueAt: now,
  });
  // Read by a statement of its own: the rights to it are there once it is inserted.
  const [row] = await tx
    .select()
    .from(proceedings)
    .where(and(eq(proceedings.countyId, countyId), eq(proceedings.id, id)));
  if (!row) throw new Error("no proceeding");
  return row;
}
