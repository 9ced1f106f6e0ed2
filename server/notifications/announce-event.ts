import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { rulesOn } from "../rules/queries";
import { announcer } from "./parts/announcer";
import type { Cause } from "./parts/audience-query";
import { comingKinds, type OuterChannel } from "./parts/channels";
import { type EventAudience, eventAudience, type Target } from "./parts/event-audience";
import { paramsOf } from "./parts/params";
import { planReminders } from "./parts/plan-reminders";
import { type Line, linesOf } from "./parts/recipients";
import { type Message, writeNotifications } from "./parts/write-notifications";

const hour = 3_600_000;
/**
 * An event written so long after it happened is told as history. A worker that was down makes no difference: its job
 * waited, so the event was not written late.
 */
const pastAfter = hour;
/** Older history is not told at all. */
const forgottenAfter = 30 * 24 * hour;

/** The recipients that an action's lines name, each once, the actor only where a line says so; in the order of the lines. */
export function targetsOf(audience: EventAudience, lines: readonly Line[]): (Target & { kind: Line["kind"] })[] {
  const found = new Map<string, Target & { kind: Line["kind"] }>();
  for (const { who, kind, when, isForActor } of lines) {
    if (when && !audience.flags[when]) continue;
    for (const target of who.flatMap((group) => audience.groups[group])) {
      const key = `${target.id}:${target.session?.id ?? ""}`;
      if ((isForActor || target.id !== audience.actorId) && !found.has(key)) found.set(key, { ...target, kind });
    }
  }
  return [...found.values()];
}

/** Whether the session has changed since the event, so that the time in the event is out of date. */
function isOutdated({ session, eventTimes }: EventAudience, kind: Line["kind"]): boolean {
  if (!session || !comingKinds.includes(kind)) return false;
  return session.status === "cancelled" || (eventTimes.startsAt !== null && eventTimes.startsAt !== session.startsAt);
}

function messagesOf(audience: EventAudience): Message[] {
  return targetsOf(audience, linesOf(audience.action)).map((target) => ({
    to: target.to,
    id: target.id,
    kind: target.kind,
    params: paramsOf(target.kind, audience, target),
    sessionId: target.session?.id ?? audience.sessionId,
    invitationId: target.invitationId ?? audience.invitationId,
    problem: isOutdated(audience, target.kind) ? "superseded" : undefined,
  }));
}

/** Events of one chain are told one after the other, so that a later one never overtakes an earlier one. */
const inTurn = (tx: Tx, { countyId, chain }: Cause) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`announce:${countyId}:${chain}`}, 0))`);

/**
 * The worker's part of an announced event: works out the recipients, writes their notifications and deliveries and
 * plans the session's reminders, all in one transaction. Run twice, it changes nothing. `enqueuedAt` is when the job
 * was enqueued with the event.
 */
export async function announceEvent(
  cause: Cause,
  { enqueuedAt, now, robots }: { enqueuedAt: Date; now: Date; robots: readonly OuterChannel[] },
): Promise<void> {
  await asActor({ actor: announcer(cause.countyId), now }, async (tx) => {
    await inTurn(tx, cause);
    const audience = await eventAudience(tx, cause);
    if (!audience) return;
    const isPast = enqueuedAt.getTime() - audience.at.getTime() > pastAfter;
    const rules = await rulesOn(tx, cause.countyId, dayOf(now));
    await planReminders(tx, { countyId: cause.countyId, audience, rules, now, isPast });
    if (isPast && enqueuedAt.getTime() - audience.at.getTime() > forgottenAfter) return;
    await writeNotifications(tx, {
      countyId: cause.countyId,
      cause: `${cause.chain}:${cause.seq}`,
      seq: cause.seq,
      disputeId: audience.disputeId,
      at: audience.at,
      now,
      rules,
      robots,
      isPast,
      messages: messagesOf(audience),
    });
  });
}
