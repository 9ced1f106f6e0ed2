import { sql } from "drizzle-orm";
import { messageTexts } from "@/bin/operation/worker/message-texts";
import { database } from "@/db/client";
import type { NotificationKind } from "@/db/vocabulary";
import { announceEvent } from "@/server/notifications/announce-event";
import { type Messaging, robotsOf } from "@/server/notifications/parts/messaging";
import type { Letter, Outcome, Port, Ports } from "@/server/notifications/ports/port";
import { remindSession } from "@/server/notifications/remind-session";
import { sendDelivery } from "@/server/notifications/send-delivery";
import { inDays } from "@/server/testing/sessions";

/**
 * A time on the next morning outside the quiet hours. Less than 23 hours away: an invitation sent now may be answered
 * for 24 hours, and tests let some minutes of retries pass from here.
 */
export const nextMorning = (): Date => {
  const today = new Date(inDays(0, "10:00"));
  return today > new Date() ? today : new Date(inDays(1, "09:00"));
};

type Payload = Record<string, string> & { seq: number };

/** Carries out and removes the waiting jobs of one task, oldest first. With `at`, jobs due later are left. */
async function carryOut(
  task: string,
  run: (payload: Payload, createdAt: Date) => Promise<void>,
  at?: Date,
): Promise<number> {
  const jobs = await database().execute<{ id: string; payload: Payload; created_at: string }>(sql`
    select j.id::text, p.payload, j.created_at::text from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
    where j.task_identifier = ${task} and j.run_at <= coalesce(${at?.toISOString() ?? null}::timestamptz, 'infinity') order by j.id`);
  for (const { id, payload, created_at } of jobs) {
    await database().execute(sql`select graphile_worker.complete_jobs(array[${id}::bigint])`);
    await run(payload, new Date(created_at));
  }
  return jobs.length;
}

/** Announces every waiting event. */
export const announceAll = (over: { now?: Date; robots?: Ports } = {}) =>
  carryOut("announce", ({ countyId = "", chain = "", seq }, enqueuedAt) =>
    announceEvent(
      { countyId, chain, seq },
      { enqueuedAt, now: over.now ?? new Date(), robots: over.robots ? robotsOf(over.robots) : [] },
    ),
  );

/** Sends everything that is due at `now`. */
export const deliverAll = (messaging: Messaging, now = new Date()) =>
  carryOut(
    "deliver",
    ({ countyId = "", deliveryId = "" }) => sendDelivery({ countyId, deliveryId }, messaging, now),
    now,
  );

/** Runs the reminders that are due at `now`. */
export const remindAll = (now: Date) =>
  carryOut(
    "remind",
    ({ countyId = "", sessionId = "", which, startsAt }) =>
      remindSession({ countyId, sessionId, which: which as "day", startsAt }, now),
    now,
  );

/** A port that keeps the letters it is given and answers as `answer` decides. */
export function keepingPort(answer: (letter: Letter) => Outcome = () => ({ is: "sent", reference: "kept" })) {
  const letters: Letter[] = [];
  const port: Port = {
    async send(letter) {
      const outcome = answer(letter);
      if (outcome.is === "sent") letters.push(letter);
      return outcome;
    },
  };
  return { letters, port };
}

/** Messaging with the real texts of the catalogues and with ports that keep the letters. */
export function testMessaging(over: Partial<Ports> = {}) {
  const mail = keepingPort();
  const sms = keepingPort();
  const robot = keepingPort();
  const messaging: Messaging = {
    ...messageTexts,
    ports: { email: mail.port, sms: sms.port, wecom: robot.port, dingtalk: null, ...over },
    baseUrl: "https://zhongtiao.example",
    mailFrom: "众调 <notices@zhongtiao.example>",
  };
  return { messaging, mail: mail.letters, sms: sms.letters, robot: robot.letters };
}

export interface NotificationRow {
  kind: NotificationKind;
  to: string;
  name: string;
  read: boolean;
}

/** Who got which notification, oldest first: "sessionMoved 林晓岚". */
export async function notificationsIn(countyId: string, since = 0): Promise<NotificationRow[]> {
  const rows = await database().execute<Record<string, unknown> & NotificationRow>(sql`
    select n.kind, n.recipient_kind as "to", coalesce(pe.name, pa.name, u.name) as name, n.read_at is not null as read from notifications n
      left join people pe on pe.county_id = n.county_id and pe.id = n.recipient_id
      left join parties pa on pa.county_id = n.county_id and pa.id = n.recipient_id
      left join units u on u.county_id = n.county_id and u.id = n.recipient_id
    where n.county_id = ${countyId}::uuid order by n.created_at, n.id offset ${since}`);
  return [...rows];
}

/** Deliveries of a county by recipient, channel and state: "林晓岚 sessionMoved sms queued ". */
export async function waysIn(countyId: string): Promise<string[]> {
  const rows = await database().execute<{ way: string }>(sql`
    select concat_ws(' ', coalesce(pe.name, pa.name, u.name), n.kind, d.channel, d.status, nullif(d.problem, '')) as way from deliveries d
      join notifications n on n.county_id = d.county_id and n.id = d.notification_id
      left join people pe on pe.county_id = n.county_id and pe.id = n.recipient_id
      left join parties pa on pa.county_id = n.county_id and pa.id = n.recipient_id
      left join units u on u.county_id = n.county_id and u.id = n.recipient_id
    where d.county_id = ${countyId}::uuid order by n.created_at, n.id, d.channel`);
  return rows.map((row) => row.way);
}
