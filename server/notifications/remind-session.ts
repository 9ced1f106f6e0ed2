import { sql } from "drizzle-orm";
import { enqueue } from "../kernel/jobs";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { rulesOn } from "../rules/queries";
import { announcer } from "./parts/announcer";
import type { SessionFacts, Target } from "./parts/event-audience";
import { type Reminder, reminderJob, reminders } from "./parts/plan-reminders";
import { writeNotifications } from "./parts/write-notifications";

const hour = 3_600_000;

interface Coming extends SessionFacts {
  disputeId: string;
  isHeld: boolean;
  people: Target[];
}

/** `startsAt` is the time the reminder was planned for. */
interface Planned {
  countyId: string;
  sessionId: string;
  which: Reminder;
  startsAt?: string | undefined;
}

/**
 * Reminds everyone expected at a session, parties and interpreters too, of its present time. Does nothing when the session was
 * cancelled, is only held, has moved (the new time has its own reminder), has begun, or when the next reminder is due
 * as well. If it runs too early, because rules changed since it was planned, it is enqueued again. Run twice, it
 * changes nothing.
 */
export async function remindSession(
  { countyId, sessionId, which, startsAt: plannedFor }: Planned,
  now: Date,
): Promise<void> {
  await asActor({ actor: announcer(countyId), now }, async (tx) => {
    const [row] = await tx.execute<{ session: Coming }>(sql`
      select jsonb_build_object('id', s.id, 'disputeId', s.dispute_id, 'status', s.status, 'isHeld', s.held_until is not null, 'startsAt', s.starts_at,
        'endsAt', s.ends_at, 'room', r.name, 'point', p.name, 'address', p.address,
        'people', (select coalesce(jsonb_agg(jsonb_build_object('to', case when sp.person_id is null then 'party' else 'person' end,
            'id', coalesce(sp.person_id, sp.party_id))), '[]') from session_people sp where sp.county_id = s.county_id and sp.session_id = s.id)
          || (select coalesce(jsonb_agg(distinct jsonb_build_object('to', case when n.person_id is null then 'outsider' else 'person' end,
            'id', coalesce(n.person_id, n.asking_id))), '[]') from interpreters n left join interpreter_askings k on k.county_id = n.county_id and k.id = n.asking_id
            where n.county_id = s.county_id and n.session_id = s.id and n.ended_at is null and coalesce(n.person_id, n.asking_id) is not null
              and k.status is distinct from 'sent')) as session
      from sessions s join rooms r on r.county_id = s.county_id and r.id = s.room_id
        join contact_points p on p.county_id = r.county_id and p.id = r.point_id
      where s.county_id = ${countyId}::uuid and s.id = ${sessionId}::uuid`);
    const session = row?.session;
    if (session?.status !== "booked" || session.isHeld) return;
    const rules = await rulesOn(tx, countyId, dayOf(now));
    const startsAt = new Date(session.startsAt);
    // A move to a time whose own reminder was already over leaves the old job enqueued: the time it was planned for is
    // no longer true.
    if (plannedFor && new Date(plannedFor).getTime() !== startsAt.getTime()) return;
    const { kind } = reminders[which];
    const again = reminderJob({ countyId, sessionId, startsAt }, which, rules);
    if (now < again.runAt) return enqueue(tx, [again]);
    const left = startsAt.getTime() - now.getTime();
    if (left <= (which === "day" ? rules["reminder.secondHours"] * hour : 0)) return;
    const params = {
      startsAt: startsAt.toISOString(),
      endsAt: new Date(session.endsAt).toISOString(),
      room: session.room,
      point: session.point,
      address: session.address,
    };
    await writeNotifications(tx, {
      countyId,
      cause: `reminder:${which}:${sessionId}:${params.startsAt}`,
      seq: null,
      disputeId: session.disputeId,
      at: now,
      now,
      rules,
      robots: [],
      isPast: false,
      messages: session.people.map(({ to, id }) => ({ to, id, kind, params, sessionId, invitationId: null })),
    });
  });
}
