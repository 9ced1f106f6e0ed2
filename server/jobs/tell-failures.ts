import { sql } from "drizzle-orm";
import { inEveryCounty } from "../kernel/every-county";
import { dayOf } from "../kernel/shanghai";
import { writeNotifications } from "../notifications/parts/write-notifications";
import { rulesOn } from "../rules/queries";

/** Newer failures wait for the next run: an earlier one whose transaction is still open would otherwise be skipped. */
const settlingMs = 10_000;

/**
 * Notifies each county's administrators of jobs that failed for good since the last notification: one for all of them,
 * and no failure twice. A county without an administrator is notified as soon as it has one.
 */
export async function tellFailures(now: Date): Promise<void> {
  const settled = new Date(now.getTime() - settlingMs).toISOString();
  await inEveryCounty("tellFailures", now, async (tx, countyId) => {
    const [row] = await tx.execute<{ count: number; upTo: string | null; admins: string[] }>(sql`
        with notified as (select max((n.params->>'upTo')::timestamptz) as up_to from notifications n
          where n.county_id = ${countyId}::uuid and n.kind = 'workFailed')
        select count(*)::int as count, to_char(max(w.failed_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "upTo",
          (select coalesce(jsonb_agg(p.id order by p.id), '[]') from people p
            where p.county_id = ${countyId}::uuid and p.role = 'admin' and p.disabled_at is null) as admins
        from app.failed_work() w, notified
        where w.failed_at <= ${settled}::timestamptz and w.failed_at > coalesce(notified.up_to, '-infinity')`);
    const upTo = row?.upTo;
    if (!row || !upTo) return;
    const { count, admins } = row;
    await writeNotifications(tx, {
      countyId,
      cause: `work:${upTo}`,
      seq: null,
      disputeId: null,
      at: now,
      now,
      rules: await rulesOn(tx, countyId, dayOf(now)),
      robots: [],
      isPast: false,
      messages: admins.map((id) => ({
        to: "person",
        id,
        kind: "workFailed",
        params: { count, upTo },
        sessionId: null,
        invitationId: null,
      })),
    });
  });
}
