import { sql } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict, invalid, notFound } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { MovableWork } from "./choices";
import type { handOverWorkInput } from "./inputs";

interface Hands {
  countyId: string;
  from: string;
  to: string;
  by: string;
  now: string;
}
interface Moved {
  count: number;
  disputes: string[];
}
const moved = (rows: readonly { id: string | null }[]): Moved => ({
  count: rows.length,
  disputes: [...new Set(rows.flatMap(({ id }) => (id ? [id] : [])))],
});

/** Each kind with the statement that gives it to another; the database refuses whom it may not go to. */
const moves: Record<MovableWork, (tx: Tx, hands: Hands) => Promise<Moved>> = {
  gateStep: async (tx, { countyId, from, to }) =>
    moved(
      await tx.execute<{ id: string }>(sql`
        update gate_steps set owner_id = ${to}::uuid where county_id = ${countyId}::uuid and owner_id = ${from}::uuid and result is null
        returning dispute_id as id`),
    ),
  townHall: async (tx, { countyId, from, to, now }) => {
    const series = await tx.execute<{ id: string }>(sql`
      update town_halls set chair_id = ${to}::uuid
      where county_id = ${countyId}::uuid and chair_id = ${from}::uuid and cancelled_at is null and until_day >= app.day_of(${now}::timestamptz)
      returning id`);
    for (const { id } of series)
      await tx.execute(sql`
        update slots set resource_id = ${to}::uuid where county_id = ${countyId}::uuid and resource = 'person' and resource_id = ${from}::uuid
          and meeting_id in (select m.id from town_hall_meetings m where m.county_id = ${countyId}::uuid and m.town_hall_id = ${id}::uuid
            and m.status = 'booked' and m.starts_at > ${now}::timestamptz)`);
    return { count: series.length, disputes: [] };
  },
  dutyLeader: (tx, hands) => moveShifts(tx, hands, "duty_leaders"),
  dutyShift: async (tx, hands) => {
    const [lawyer] = await tx.execute(sql`
      select 1 from person_forces where county_id = ${hands.countyId}::uuid and person_id = ${hands.to}::uuid and force_code = 'lawyer'`);
    if (!lawyer) throw invalid("lawyerNeeded");
    return moveShifts(tx, hands, "duty_shifts");
  },
};

/** Shifts that are not over; a running one goes over as it stands. */
async function moveShifts(tx: Tx, hands: Hands, name: "duty_leaders" | "duty_shifts"): Promise<Moved> {
  const { countyId, from, to, by, now } = hands;
  const table = sql.raw(name);
  const rows = await tx.execute<{ during: string; stationId: string | null }>(sql`
    delete from ${table} s where county_id = ${countyId}::uuid and person_id = ${from}::uuid and upper(during) > ${now}::timestamptz
    returning during::text as during, to_jsonb(s) ->> 'station_id' as "stationId"`);
  for (const { during, stationId } of rows)
    await tx.execute(
      name === "duty_leaders"
        ? sql`insert into duty_leaders (county_id, id, station_id, person_id, during, set_by, set_at)
            values (${countyId}::uuid, gen_random_uuid(), ${stationId}::uuid, ${to}::uuid, ${during}::tstzrange, ${by}::uuid, ${now}::timestamptz)`
        : sql`insert into duty_shifts (county_id, id, person_id, during, set_by)
            values (${countyId}::uuid, gen_random_uuid(), ${to}::uuid, ${during}::tstzrange, ${by}::uuid)`,
    );
  return { count: rows.length, disputes: [] };
}

/**
 * What one person is in charge of beside the proceedings they lead goes to another, kind by kind, in one act. Only by a head of
 * the place both work at (a lawyer's shifts by a committee's head). Refuses with changedMeanwhile where nothing was left, and
 * with what the database says of whoever may not have it: officerNeeded, lawyerNeeded, dutyTwice, chairFromElsewhere, personTaken.
 */
export function handOverWork(ctx: ActContext, input: z.output<typeof handOverWorkInput>): Promise<{ moved: number }> {
  const { actor } = ctx;
  const { personId, toId, kinds, reason } = input;
  return act(
    ctx,
    "work.handOver",
    input,
    (who) => requireRole(who, "work.handOver"),
    async (tx) => {
      const [may] = await tx.execute<{ both: boolean }>(
        sql`select app.heads_work_of(${personId}::uuid) and app.heads_work_of(${toId}::uuid) as both`,
      );
      if (!may?.both) throw notFound();
      const hands = {
        countyId: actor.countyId,
        from: personId,
        to: toId,
        by: actor.personId,
        now: ctx.now.toISOString(),
      };
      const all: Moved[] = [];
      await withSystemPrivileges(tx, async () => {
        for (const kind of kinds) all.push(await moves[kind](tx, hands));
      });
      const count = all.reduce((sum, one) => sum + one.count, 0);
      if (count === 0) throw conflict("changedMeanwhile");
      return {
        result: { moved: count },
        payload: { person: personId, to: toId, kinds, reason, count },
        after: all
          .flatMap(({ disputes }) => disputes)
          .map((disputeId) => ({
            action: "gate.handOver" as const,
            disputeId,
            payload: { person: personId, to: toId },
          })),
        jobs: kinds.includes("dutyShift")
          ? [
              {
                task: "passConsultations",
                payload: { countyId: actor.countyId },
                jobKey: `consultations:${actor.countyId}`,
              },
            ]
          : [],
      };
    },
  );
}
