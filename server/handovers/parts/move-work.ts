import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isoText } from "../../kernel/iso-text";
import { invalid } from "../../kernel/problem";
import { knownOf, requireFree } from "../../slots/require-free";
import { takeSlots } from "../../slots/take-slots";
import type { MovableWork } from "../choices";

export interface Hands {
  countyId: string;
  from: string;
  to: string;
  by: string;
  now: Date;
  /** Why they come to meetings at whose hour they cannot as far as is known. */
  despite: string;
}
/** One thing somebody is in charge of; `disputeId` null where it belongs to no dispute. */
export interface WorkItem {
  kind: MovableWork;
  id: string;
  disputeId: string | null;
}

/** What of these kinds is in somebody's hands, the soonest first, as `app.open_work_of` says it. */
export async function itemsOf(tx: Tx, { from }: Hands, kinds: readonly MovableWork[]): Promise<WorkItem[]> {
  const rows = await tx.execute<WorkItem & Record<string, unknown>>(sql`
    select kind, id, dispute_id as "disputeId" from app.open_work_of(${from}::uuid) where kind = any (${`{${kinds.join(",")}}`}::text[])`);
  return [...rows];
}

/** Gives one item to another; the database refuses whom it may not go to. False where it is in other hands by now. */
export const moveItem = (tx: Tx, hands: Hands, { kind, id }: WorkItem): Promise<boolean> => moves[kind](tx, hands, id);

const moves: Record<MovableWork, (tx: Tx, hands: Hands, id: string) => Promise<boolean>> = {
  gateStep: async (tx, { countyId, from, to }, id) => {
    const rows = await tx.execute(sql`
      update gate_steps set owner_id = ${to}::uuid where county_id = ${countyId}::uuid and id = ${id}::uuid and owner_id = ${from}::uuid
        and result is null returning id`);
    return rows.length > 0;
  },
  townHall: moveTownHall,
  dutyLeader: (tx, hands, id) => moveShift(tx, hands, "duty_leaders", id),
  dutyShift: async (tx, hands, id) => {
    const [lawyer] = await tx.execute(sql`
      select 1 from person_forces f join people p on p.county_id = f.county_id and p.id = f.person_id and app.is_expert(p)
      where f.county_id = ${hands.countyId}::uuid and f.person_id = ${hands.to}::uuid and f.force_code = 'lawyer'`);
    if (!lawyer) throw invalid("lawyerNeeded");
    return moveShift(tx, hands, "duty_shifts", id);
  },
};

/** A series that goes on, with the hours of its meetings to come; refuses like `requireFree` where the new chair cannot come to one. */
async function moveTownHall(tx: Tx, { countyId, from, to, now, despite }: Hands, id: string): Promise<boolean> {
  const at = now.toISOString();
  const series = await tx.execute(sql`
    update town_halls set chair_id = ${to}::uuid where county_id = ${countyId}::uuid and id = ${id}::uuid and chair_id = ${from}::uuid
      and cancelled_at is null returning id`);
  const meetings = await tx.execute<{ id: string; startsAt: string; endsAt: string }>(sql`
    select m.id, ${isoText(sql`m.starts_at`)} as "startsAt", ${isoText(sql`m.ends_at`)} as "endsAt" from town_hall_meetings m
    where m.county_id = ${countyId}::uuid and m.town_hall_id = ${id}::uuid and m.status = 'booked' and m.starts_at > ${at}::timestamptz
    order by m.starts_at`);
  for (const { id: meetingId, startsAt, endsAt } of meetings) {
    const span = { from: new Date(startsAt), to: new Date(endsAt) };
    await tx.execute(sql`
      delete from slots where county_id = ${countyId}::uuid and resource = 'person' and resource_id = ${from}::uuid and meeting_id = ${meetingId}::uuid`);
    await takeSlots(tx, { countyId, booking: { meetingId }, now, room: null, personIds: [to], span });
    const hour = { countyId, bookingId: meetingId, personIds: [to], span, now };
    await requireFree(tx, hour, await knownOf(tx, hour), { despite, room: null });
  }
  return series.length > 0;
}

/** A shift that is not over; a running one goes over as it stands. */
async function moveShift(tx: Tx, hands: Hands, name: "duty_leaders" | "duty_shifts", id: string): Promise<boolean> {
  const { countyId, from, to, by } = hands;
  const at = hands.now.toISOString();
  const [shift] = await tx.execute<{ during: string; stationId: string | null }>(sql`
    delete from ${sql.raw(name)} s where county_id = ${countyId}::uuid and id = ${id}::uuid and person_id = ${from}::uuid
      and upper(during) > ${at}::timestamptz
    returning during::text as during, to_jsonb(s) ->> 'station_id' as "stationId"`);
  if (!shift) return false;
  const { during, stationId } = shift;
  await tx.execute(
    name === "duty_leaders"
      ? sql`insert into duty_leaders (county_id, id, station_id, person_id, during, set_by, set_at)
          values (${countyId}::uuid, gen_random_uuid(), ${stationId}::uuid, ${to}::uuid, ${during}::tstzrange, ${by}::uuid, ${at}::timestamptz)`
      : sql`insert into duty_shifts (county_id, id, person_id, during, set_by)
          values (${countyId}::uuid, gen_random_uuid(), ${to}::uuid, ${during}::tstzrange, ${by}::uuid)`,
  );
  return true;
}
