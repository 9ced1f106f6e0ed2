import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveries, type NotificationParams, notifications } from "@/db/schema/notifications";
import type { Channel, NotificationKind, RecipientKind } from "@/db/vocabulary";
import { encryptedWay } from "../../access/encrypted-contacts";
import { newId } from "../../kernel/ids";
import { enqueue, type NewJob } from "../../kernel/jobs";
import type { Rules } from "../../rules/defaults";
import { channelsOf, comingKinds, isForTheGroup, type OuterChannel, timeKinds, waitsForMorning } from "./channels";
import { mayGoAt } from "./quiet-hours";
import { maskedAddress, type Recipient, recipientsOf } from "./recipient-contacts";

/** One thing to tell one recipient. */
export interface Message {
  to: RecipientKind;
  id: string;
  kind: NotificationKind;
  params: NotificationParams;
  sessionId: string | null;
  invitationId: string | null;
  /** Already out of date when written: kept as history, sent to nobody. */
  problem?: "superseded" | undefined;
}

export interface Batch {
  countyId: string;
  /** What caused it; a second batch of the same cause changes nothing. */
  cause: string;
  /** The event's place in its chain, where an event made it; later ones replace it. */
  seq: number | null;
  disputeId: string | null;
  /** When it happened, and now. */
  at: Date;
  now: Date;
  rules: Rules;
  /** The group robots that are set up. */
  robots: readonly OuterChannel[];
  /** Written long after it happened (demo data, an import): kept as history, not sent. */
  isPast: boolean;
  messages: readonly Message[];
}

const date = (value: string | number | null | undefined) => (typeof value === "string" ? new Date(value) : null);
const days = 86_400_000;
/** History younger than this is still unread, so that a new installation shows what was going on. */
const freshDays = 2;

/**
 * Later events on the same session of which a recipient was told, and the channels through which they were never told
 * of it.
 */
interface Heard {
  newest: Map<string, number>;
  unheard: Set<string>;
}

const seqOf = sql`split_part(n.cause, ':', 2)::bigint`;

/** Withdraws what earlier events said to the same people about the same session's time, unless it was already sent. */
async function takeBack(tx: Tx, batch: Batch, ids: readonly string[], sessionIds: readonly string[]): Promise<Heard> {
  const heard: Heard = { newest: new Map(), unheard: new Set() };
  const { countyId, seq, now } = batch;
  if (seq === null || ids.length === 0 || sessionIds.length === 0) return heard;
  const chain = batch.cause.slice(0, batch.cause.indexOf(":"));
  const list = (values: readonly string[]) =>
    sql.join(
      values.map((value) => sql`${value}::uuid`),
      sql`, `,
    );
  const kinds = (values: readonly string[]) =>
    sql.join(
      values.map((value) => sql`${value}::notification_kind`),
      sql`, `,
    );
  const rows = await tx.execute<{ key: string; newest: string; unheard: Channel[] | null }>(sql`
    with earlier as (select n.* from notifications n where n.county_id = ${countyId}::uuid and n.session_id in (${list(sessionIds)})
        and n.recipient_id in (${list(ids)}) and n.kind in (${kinds(timeKinds)}) and n.cause like ${`${chain}:%`}),
    old as (select * from earlier n where ${seqOf} < ${seq}),
    taken as (update deliveries d set status = 'suppressed', problem = 'superseded' from old
      where d.county_id = ${countyId}::uuid and d.notification_id = old.id and d.status = 'queued' returning d.id),
    seen as (update notifications n set read_at = ${now.toISOString()}::timestamptz from old
      where n.county_id = ${countyId}::uuid and n.id = old.id and n.read_at is null returning n.id),
    ways as (select o.recipient_id, o.session_id, d.channel, bool_and(d.id in (select id from taken) or d.problem = 'superseded') as is_unheard
      from old o join deliveries d on d.county_id = ${countyId}::uuid and d.notification_id = o.id
      where o.kind in (${kinds(comingKinds)}) group by 1, 2, 3)
    select e.recipient_id || ':' || e.session_id as key, max(split_part(e.cause, ':', 2)::bigint) as newest,
      (select array_agg(w.channel::text) from ways w where w.recipient_id = e.recipient_id and w.session_id = e.session_id and w.is_unheard) as unheard
    from earlier e where (select count(*) from taken) >= 0 and (select count(*) from seen) >= 0 group by e.recipient_id, e.session_id`);
  for (const { key, newest, unheard } of rows) {
    heard.newest.set(key, Number(newest));
    for (const channel of unheard ?? []) heard.unheard.add(`${key}:${channel}`);
  }
  return heard;
}

/**
 * Writes notifications with their deliveries, and enqueues those that leave the system. Each recipient is told of a
 * cause once; a new time of a session replaces every earlier one that was not sent yet.
 */
export async function writeNotifications(tx: Tx, batch: Batch): Promise<void> {
  const { countyId, cause, disputeId, at, now, messages } = batch;
  if (messages.length === 0) return;
  const contacts = await recipientsOf(tx, countyId, messages);
  const rows = messages
    .filter(({ id }) => contacts.get(id)?.isDisabled === false)
    .map((message) => ({ ...message, rowId: newId(at) }));
  if (rows.length === 0) return;
  const timed = rows.filter((row) => row.sessionId && timeKinds.includes(row.kind));
  const heard = await takeBack(
    tx,
    batch,
    timed.map((row) => row.id),
    [...new Set(timed.flatMap((row) => row.sessionId ?? []))],
  );
  const key = (row: Message) => `${row.id}:${row.sessionId}`;
  const isLate = (row: Message) =>
    timeKinds.includes(row.kind) && batch.seq !== null && (heard.newest.get(key(row)) ?? 0) > batch.seq;
  const isHistory = batch.isPast && now.getTime() - at.getTime() > freshDays * days;
  const written = await tx
    .insert(notifications)
    .values(
      rows.map((row) => ({
        countyId,
        id: row.rowId,
        cause,
        kind: row.kind,
        recipientKind: row.to,
        recipientId: row.id,
        disputeId,
        sessionId: row.sessionId,
        invitationId: row.invitationId,
        params: row.params,
        createdAt: at,
        readAt: row.problem || isLate(row) || isHistory ? now : null,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: notifications.id });
  const fresh = new Set(written.map((row) => row.id));
  const news = rows.filter((row) => fresh.has(row.rowId));
  const jobs: NewJob[] = [];
  const ways = news.flatMap((row) => {
    const recipient = contacts.get(row.id) as Recipient;
    const problem = row.problem ?? (isLate(row) ? "superseded" : "");
    const robots = row === news.find((one) => one.to === "person" && isForTheGroup(one.kind)) ? batch.robots : [];
    const all = channelsOf(row.kind, row.to, recipient);
    // History is shown in the app and was never sent another way.
    const taken = batch.isPast && all[0] === "inApp" ? all.slice(0, 1) : [...all, ...(batch.isPast ? [] : robots)];
    return taken.map((channel) => {
      const isUnheard = !comingKinds.includes(row.kind) && heard.unheard.has(`${key(row)}:${channel}`);
      const way = wayOf({ channel, recipient, batch, row, problem: problem || (isUnheard ? "neverTold" : "") });
      if (way.status === "queued")
        jobs.push({
          task: "deliver",
          payload: { countyId, deliveryId: way.id },
          jobKey: `deliver:${way.id}`,
          ...(way.notBefore > now ? { runAt: way.notBefore } : {}),
        });
      return way;
    });
  });
  if (ways.length > 0) await tx.insert(deliveries).values(ways);
  await enqueue(tx, jobs);
}

interface Way {
  channel: Channel;
  recipient: Recipient;
  batch: Batch;
  row: Message & { rowId: string };
  problem: string;
}

/**
 * The delivery of one channel: in the app it arrives at once, others wait for their hour, and what is out of date or
 * old is not sent.
 */
function wayOf({ channel, recipient, batch, row, problem }: Way) {
  const { countyId, now, at, rules } = batch;
  const { startsAt, before, answerBy } = row.params;
  const happens = [date(startsAt), date(before), row.kind === "invited" ? date(answerBy) : null];
  const base = { countyId, id: newId(now), notificationId: row.rowId, channel };
  const notBefore = waitsForMorning(row.kind) ? mayGoAt(now, rules, happens) : now;
  const common = {
    ...base,
    addressMasked: encryptedWay(base, maskedAddress(channel, recipient)),
    notBefore: channel === "inApp" ? now : notBefore,
  };
  if (problem) return { ...common, status: "suppressed" as const, problem };
  if (channel === "inApp") return { ...common, status: "sent" as const, sentAt: batch.isPast ? at : now };
  if (batch.isPast) return { ...common, status: "suppressed" as const, problem: "writtenLater" };
  if (channel === "sms" && !recipient.phone) return { ...common, status: "failed" as const, problem: "noAddress" };
  return { ...common, status: "queued" as const };
}
