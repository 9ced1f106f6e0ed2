import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { gateSteps } from "@/db/schema/gate";
import { newId } from "../../kernel/ids";
import { invalid } from "../../kernel/problem";
import type { GateWork } from "./keep-answers";

/** Violence counts round the clock: nobody waits for the office to open. */
const hours = (from: Date, n: number) => new Date(from.getTime() + n * 3_600_000);

/** Who answers for it until an officer takes over: the leader on duty, else the station's head, else an officer. */
export async function responsibleOf(tx: Tx, countyId: string, stationId: string, now: Date): Promise<string> {
  const [found] = await tx.execute<{ id: string }>(sql`
    select p.id from people p where p.county_id = ${countyId}::uuid and p.station_id = ${stationId}::uuid and p.disabled_at is null
      and p.role in ('officer', 'stationHead')
    order by p.id is distinct from (select app.duty_leader(${countyId}::uuid, ${stationId}::uuid, ${now.toISOString()}::timestamptz)), p.role <> 'stationHead', p.id
    limit 1`);
  if (!found) throw invalid("officerNeeded");
  return found.id;
}

/**
 * Opens the police's route on family violence: an officer takes over; then the warning letter (反家庭暴力法 16–17), help with a
 * protection order (23) and shelter (15, 18). A route that is open already stays as it is.
 */
export async function openViolenceSteps({ tx, actor, now, rules, disputeId, stationId }: GateWork): Promise<void> {
  const { countyId, personId } = actor;
  const ownerId = await responsibleOf(tx, countyId, stationId, now);
  const due = {
    takeOver: rules["violence.takeOverHours"],
    warningLetter: rules["violence.stepHours"],
    protectionOrder: rules["violence.stepHours"],
    shelter: rules["violence.stepHours"],
  };
  await tx
    .insert(gateSteps)
    .values(
      (Object.entries(due) as [keyof typeof due, number][]).map(([kind, after]) => ({
        countyId,
        id: newId(now),
        disputeId,
        kind,
        ownerId,
        openedBy: personId,
        openedAt: now,
        dueAt: hours(now, after),
      })),
    )
    .onConflictDoNothing();
}
