import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "../../kernel/ids";
import { invalid } from "../../kernel/problem";
import type { GateWork } from "./keep-answers";

/** Violence counts round the clock: nobody waits for the office to open. */
const hours = (from: Date, n: number) => new Date(from.getTime() + n * 3_600_000);

/** Who answers for it until an officer takes over: the leader on duty, else the station's head, else an officer. */
const responsible = (countyId: string, stationId: string, now: Date): SQL => sql`
  select p.id from people p where p.county_id = ${countyId}::uuid and p.station_id = ${stationId}::uuid and p.disabled_at is null
    and p.role in ('officer', 'stationHead')
  order by p.id is distinct from (select app.duty_leader(${countyId}::uuid, ${stationId}::uuid, ${now.toISOString()}::timestamptz)), p.role <> 'stationHead', p.id
  limit 1`;

/** The same by themself. Refuses with officerNeeded. */
export async function responsibleOf(tx: Tx, countyId: string, stationId: string, now: Date): Promise<string> {
  const [found] = await tx.execute<{ id: string }>(responsible(countyId, stationId, now));
  if (!found) throw invalid("officerNeeded");
  return found.id;
}

/**
 * Opens the police's route on family violence: an officer takes over; then the warning letter (反家庭暴力法 16–17), help with a
 * protection order (23) and shelter (15, 18). A route that is open already stays as it is. One statement, sent before anything
 * is waited for: the event that covers the steps may be sent right after.
 */
export async function openViolenceSteps({ tx, actor, now, rules, disputeId, stationId }: GateWork): Promise<void> {
  const { countyId, personId } = actor;
  const after = {
    takeOver: rules["violence.takeOverHours"],
    warningLetter: rules["violence.stepHours"],
    protectionOrder: rules["violence.stepHours"],
    shelter: rules["violence.stepHours"],
  };
  const steps = Object.entries(after).map(([kind, n]) => ({ id: newId(now), kind, due: hours(now, n).toISOString() }));
  const [found] = await tx
    .execute<{ id: string }>(sql`
      with who as materialized (${responsible(countyId, stationId, now)}),
      opened as (
        insert into gate_steps (county_id, id, dispute_id, kind, owner_id, opened_by, opened_at, due_at)
        select ${countyId}::uuid, s.id, ${disputeId}::uuid, s.kind::gate_step_kind, who.id, ${personId}::uuid, ${now.toISOString()}::timestamptz, s.due
        from who, jsonb_to_recordset(${JSON.stringify(steps)}::text::jsonb) as s (id uuid, kind text, due timestamptz)
        on conflict do nothing)
      select id from who`)
    .execute();
  if (!found) throw invalid("officerNeeded");
}
