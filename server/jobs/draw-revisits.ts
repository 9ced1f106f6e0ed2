import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { revisitDraws, revisits } from "@/db/schema/revisits";
import { act } from "../kernel/act";
import { systemActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { inEveryCounty } from "../kernel/every-county";
import { keyOf, newId } from "../kernel/ids";
import { addDays, addMonths, dayOf } from "../kernel/shanghai";
import { writeNotifications } from "../notifications/parts/write-notifications";
import { drawn } from "../revisits/parts/drawn";
import { rulesOn } from "../rules/queries";

interface Office {
  countyId: string;
  committeeId: string;
  month: string;
}

/** The first day of the month before a day's. */
const monthBefore = (day: string) => addMonths(`${day.slice(0, 7)}-01`, -1);

/**
 * Draws once for each committee which of the matters it closed with an agreement last month somebody else asks about, gives each
 * to whose turn it is, and tells them. What is drawn and not done goes on when its visitor has left. Run again, it changes nothing.
 */
export async function drawRevisits(now: Date): Promise<void> {
  const month = monthBefore(dayOf(now));
  const offices = await inEveryCounty("drawRevisits", now, async (tx, countyId) => {
    await passOn(tx, countyId, now);
    const rows = await tx.execute<{ committeeId: string }>(sql`
      select c.id as "committeeId" from committees c where c.county_id = ${countyId}::uuid
        and not exists (select from revisit_draws d where d.county_id = c.county_id and d.committee_id = c.id and d.month = ${month}::date)
        and exists (select from app.closed_in_month(c.county_id, c.id, ${month}::date))`);
    return rows.map(({ committeeId }) => ({ countyId, committeeId, month }));
  });
  for (const office of offices.flat()) await drawOnce(office, now);
}

/** One draw, with its event: the seed stands in both, so that what was drawn can be worked out again. */
function drawOnce(office: Office, now: Date): Promise<{ drawId: string }> {
  const { countyId, committeeId, month } = office;
  const actor = systemActor(countyId, "drawRevisits");
  return act(
    actAs(actor, now, keyOf(`revisit.draw:${month}`, committeeId)),
    "revisit.draw",
    office,
    () => undefined,
    async (tx) => {
      const rules = await rulesOn(tx, countyId, dayOf(now));
      const closed = await tx.execute<{ id: string; disputeId: string }>(sql`
        select p.id, p.dispute_id as "disputeId" from app.closed_in_month(${countyId}::uuid, ${committeeId}::uuid, ${month}::date) p`);
      const drawId = newId(now);
      const seed = randomBytes(32).toString("hex");
      const percent = rules["revisit.percent"];
      await tx
        .insert(revisitDraws)
        .values({ countyId, id: drawId, committeeId, month, seed, percent, closed: closed.length, drawnAt: now });
      let count = 0;
      for (const { id: proceedingId, disputeId } of drawn(closed, seed, percent)) {
        const visitorId = await nextVisitor(tx, countyId, proceedingId);
        // Everybody of a small committee took part: nobody is left who could ask, and the figures show one less.
        if (!visitorId) continue;
        const id = newId(now);
        const dueOn = addDays(dayOf(now), rules["revisit.days"]);
        await tx.insert(revisits).values({ countyId, id, disputeId, proceedingId, drawId, visitorId, dueOn });
        await tell(tx, { countyId, id, disputeId, visitorId }, now);
        count += 1;
      }
      return {
        result: { drawId },
        payload: { committeeId, month, seed, percent, closed: closed.length, drawn: count },
      };
    },
  );
}

async function nextVisitor(tx: Tx, countyId: string, proceedingId: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select app.next_revisitor(${countyId}::uuid, ${proceedingId}::uuid) as id`,
  );
  return row?.id ?? null;
}

/** Whoever has left their committee or their account visits no more. One by one: the next turn is by what each has by now. */
async function passOn(tx: Tx, countyId: string, now: Date): Promise<void> {
  const left = await tx.execute<{ id: string; disputeId: string; proceedingId: string }>(sql`
    select q.id, q.dispute_id as "disputeId", q.proceeding_id as "proceedingId"
    from revisits q join people h on h.county_id = q.county_id and h.id = q.visitor_id
      join proceedings p on p.county_id = q.county_id and p.id = q.proceeding_id
    where q.county_id = ${countyId}::uuid and q.done_on is null
      and (h.disabled_at is not null or h.committee_id is distinct from app.heir_of(p.county_id, p.committee_id)) order by q.due_on, q.id`);
  for (const { id, disputeId, proceedingId } of left) {
    const visitorId = await nextVisitor(tx, countyId, proceedingId);
    if (!visitorId) continue;
    await tx
      .update(revisits)
      .set({ visitorId })
      .where(and(eq(revisits.countyId, countyId), eq(revisits.id, id)));
    await tell(tx, { countyId, id, disputeId, visitorId }, now);
  }
}

async function tell(
  tx: Tx,
  { countyId, id, disputeId, visitorId }: { countyId: string; id: string; disputeId: string; visitorId: string },
  now: Date,
): Promise<void> {
  await writeNotifications(tx, {
    countyId,
    // It may come back to the same person on another day.
    cause: `revisit:${id}:${dayOf(now)}`,
    seq: null,
    disputeId,
    at: now,
    now,
    rules: await rulesOn(tx, countyId, dayOf(now)),
    robots: [],
    isPast: false,
    messages: [{ to: "person", id: visitorId, kind: "revisitDrawn", params: {}, sessionId: null, invitationId: null }],
  });
}
