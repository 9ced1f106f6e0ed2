import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inEveryCounty } from "../kernel/every-county";
import { addDays, dayOf } from "../kernel/shanghai";
import { rulesOn } from "../rules/queries";
import { owingParties } from "./parts/owing-parties";
import { writeNotifications } from "./parts/write-notifications";

interface Due extends Record<string, unknown> {
  id: string;
  disputeId: string;
  clause: number;
  dueOn: string;
  partyIds: string[];
}

/**
 * Reminds those who owe something under an agreement in force that its day is near, as many days before as
 * `obligation.remindDays` says, and on the day itself; once each, and not on the day on which the agreement took effect.
 * A day on which the worker stood still is made up for while the day is ahead. Run twice, it changes nothing.
 */
export async function remindObligors(now: Date): Promise<void> {
  await inEveryCounty("remindObligors", now, (tx, countyId) => remindIn(tx, countyId, now));
}

async function remindIn(tx: Tx, countyId: string, now: Date): Promise<void> {
  const today = dayOf(now);
  const rules = await rulesOn(tx, countyId, today);
  const until = addDays(today, rules["obligation.remindDays"]);
  const rows = await tx.execute<Due>(sql`
    select w.id, w.dispute_id as "disputeId", w.ordinal as clause, w.due_on::text as "dueOn", json_agg(w.party_id order by w.party_id) as "partyIds"
    from ${owingParties(countyId)} w
    where w.due_on between ${today}::date and ${until}::date and app.day_of(w.effective_at) < ${today}::date
      and not exists (select from notifications n where n.county_id = ${countyId}::uuid and n.dispute_id = w.dispute_id and n.recipient_id = w.party_id
        and n.cause = 'obligation:' || w.id || ':' || w.due_on::text
        and n.kind = case when w.due_on = ${today}::date then 'obligationDueToday' else 'obligationDueSoon' end::notification_kind)
    group by w.id, w.dispute_id, w.ordinal, w.due_on order by w.due_on, w.id`);
  for (const { id, disputeId, clause, dueOn, partyIds } of rows)
    await writeNotifications(tx, {
      countyId,
      cause: `obligation:${id}:${dueOn}`,
      seq: null,
      disputeId,
      at: now,
      now,
      rules,
      robots: [],
      isPast: false,
      messages: partyIds.map((partyId) => ({
        to: "party",
        id: partyId,
        kind: dueOn === today ? "obligationDueToday" : "obligationDueSoon",
        params: { clause, dueOn },
        sessionId: null,
        invitationId: null,
      })),
    });
}
