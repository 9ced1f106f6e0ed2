import { and, eq, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { committees, stations } from "@/db/schema/places";
import { proceedings } from "@/db/schema/proceedings";
import type { Track } from "@/db/vocabulary";
import type { ProceedingRow } from "../access/gate";
import type { Actor } from "../kernel/actor";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { addMonths, dayOf } from "../kernel/shanghai";
import type { Rules } from "../rules/defaults";
import { dayOverridesOf } from "../rules/queries";
import { addWorkdays, type DayOverrides, rollToWorkday } from "../rules/workdays";
import { firstStatus } from "./lifecycle";
import type { Act } from "./perform";

/** The day the law wants this track done by; the acceptance day itself does not count. Null without a limit. */
export function dueOnOf(track: Track, acceptedOn: string, rules: Rules, overrides: DayOverrides): string | null {
  if (track === "peoples") return rollToWorkday(addMonths(acceptedOn, rules["peoples.months"]), overrides);
  if (track === "publicSecurity") return addWorkdays(acceptedOn, rules["publicSecurity.firstSessionWorkdays"], overrides);
  return null;
}

/** Opens the next proceeding of an open dispute. Used by triage, change of track and reopening. */
export async function openProceeding(
  act: Act<Actor>,
  choice: { track: Track; leadPersonId: string; leadUnit: string },
): Promise<ProceedingRow> {
  const { tx, countyId, dispute, proceeding: before, now, rules } = act;
  const [lead] = await tx
    .select({ id: people.id, role: people.role, committee: committees.name, station: stations.name })
    .from(people)
    .leftJoin(committees, and(eq(committees.countyId, people.countyId), eq(committees.id, people.committeeId)))
    .leftJoin(stations, and(eq(stations.countyId, people.countyId), eq(stations.id, people.stationId)))
    .where(and(eq(people.countyId, countyId), eq(people.id, choice.leadPersonId), isNull(people.disabledAt)));
  if (!lead) throw invalid("unknownReference");
  if (choice.track === "peoples" && lead.role !== "mediator" && lead.role !== "committeeHead") throw invalid("leadMustBeMediator");
  if (choice.track === "publicSecurity" && lead.role !== "officer") throw invalid("leadMustBeOfficer");
  const [row] = await tx
    .insert(proceedings)
    .values({
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      ordinal: (before?.ordinal ?? 0) + 1,
      track: choice.track,
      status: firstStatus,
      stationId: dispute.stationId,
      committeeId: dispute.committeeId,
      leadPersonId: lead.id,
      leadUnit: choice.leadUnit || (lead.committee ?? lead.station ?? ""),
      acceptedAt: now,
      dueOn: dueOnOf(choice.track, dayOf(now), rules, await dayOverridesOf(tx, countyId)),
      // A first guess the database can accept; perform works the true step out before commit.
      nextStep: "triage",
      nextOwnerId: lead.id,
      nextDueAt: now,
    })
    .returning();
  if (!row) throw new Error("no proceeding");
  return row;
}
