import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { database } from "@/db/client";
import { phoneHashes } from "@/db/encryption/encrypt";
import type { PersonActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { invited } from "./convening";
import type { TestCounty } from "./county";
import { booked, inDays } from "./sessions";

interface Accepted {
  disputeId: string;
}
interface Need {
  forceCode: string;
  seats?: number;
  isRequired?: boolean;
}

/** A session that waits for answers: booked by the demo mediator, held, with needs. */
export async function waitingSession(
  county: TestCounty,
  dispute: Accepted,
  needs: readonly Need[],
  over: { startsAt?: string; heldUntil?: string | null } = {},
): Promise<string> {
  const startsAt = over.startsAt ?? inDays(5, "09:30");
  const { sessionId } = await booked(county, dispute, { startsAt });
  const heldUntil = over.heldUntil === undefined ? inDays(4, "09:30") : over.heldUntil;
  await database().execute(
    sql`update sessions set held_until = ${heldUntil}::timestamptz where id = ${sessionId}::uuid`,
  );
  await database().execute(
    sql`update slots set held_until = ${heldUntil}::timestamptz where session_id = ${sessionId}::uuid`,
  );
  // A held session leaves the proceeding's status as it was: people are still being asked.
  await database().execute(
    sql`update proceedings set status = 'convening' where dispute_id = ${dispute.disputeId}::uuid and status = 'scheduled'`,
  );
  for (const { forceCode, seats = 1, isRequired = true } of needs)
    await database().execute(sql`insert into session_needs (county_id, id, dispute_id, session_id, force_code, seats, is_required)
      values (${county.countyId}::uuid, ${v7()}::uuid, ${dispute.disputeId}::uuid, ${sessionId}::uuid, ${forceCode}, ${seats}, ${isRequired})`);
  return sessionId;
}

/** A demo expert is asked to this very session. */
export async function invitedTo(county: TestCounty, dispute: Accepted, sessionId: string, username: string) {
  const sent = await invited(county, dispute, username);
  await database().execute(
    sql`update invitations set session_id = ${sessionId}::uuid where id = ${sent.invitationId}::uuid`,
  );
  return sent;
}

/** One more member of a force, with a phone; acts through `as`. */
export async function member(county: TestCounty, forceCode: string, over: { name?: string; employer?: string } = {}) {
  const personId = v7();
  await database().execute(sql`insert into people (county_id, id, name, role, phone, phone_hash, employer)
    values (${county.countyId}::uuid, ${personId}::uuid, ${over.name ?? `成员${personId.slice(-4)}`}, 'expert', '13900001234', ${phoneHashes(county.countyId, "13900001234").hash}, ${over.employer ?? ""})`);
  await database().execute(sql`insert into person_forces (county_id, person_id, force_code)
    values (${county.countyId}::uuid, ${personId}::uuid, ${forceCode})`);
  const actor: PersonActor = {
    kind: "person",
    countyId: county.countyId,
    personId,
    role: "expert",
    stationId: null,
    committeeId: null,
    pointId: null,
  };
  const as = (now = new Date()) => actAs(actor, now);
  return { personId, actor, as };
}

/** Events of one action on a dispute, oldest first. */
export async function eventsOf(disputeId: string, action: string): Promise<Record<string, unknown>[]> {
  const rows = await database().execute<{ payload: string }>(
    sql`select payload from events where dispute_id = ${disputeId}::uuid and action = ${action} order by seq`,
  );
  return rows.map((row) => JSON.parse(row.payload) as Record<string, unknown>);
}

export async function invitationRow(invitationId: string): Promise<Record<string, unknown>> {
  const [row] = await database().execute<Record<string, unknown>>(
    sql`select * from invitations where id = ${invitationId}::uuid`,
  );
  return row ?? {};
}

/** Keys of the waiting jobs of a task. */
export async function jobKeys(task: string): Promise<string[]> {
  const rows = await database().execute<{ key: string }>(
    sql`select key from graphile_worker.jobs where task_identifier = ${task} and key is not null`,
  );
  return rows.map((row) => row.key);
}
