import { and, eq, inArray, lte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { canonicalPhone } from "@/db/encryption/canonical";
import { deliveries } from "@/db/schema/notifications";
import { encryptedWay } from "../access/encrypted-contacts";
import { entriesOf } from "../calendars/parts/entries";
import { invite } from "../calendars/parts/ics-text";
import { enqueue, type NewJob } from "../kernel/jobs";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { rulesOn } from "../rules/queries";
import { announcer } from "./parts/announcer";
import { comingKinds, waitsForMorning } from "./parts/channels";
import { type DeliveryContext, deliveryContextOf, hindranceOf } from "./parts/delivery-context";
import { makeGuestLink } from "./parts/make-guest-link";
import type { Messaging } from "./parts/messaging";
import { mayGoAt } from "./parts/quiet-hours";
import { maskedAddress } from "./parts/recipient-contacts";
import { pathOf, wordsOf } from "./parts/words";
import { type Letter, type Outcome, portOf } from "./ports/port";

const triesMax = 12;
const minute = 60_000;
/** 30 s, 1 min, 2 min … never more than two hours: twelve tries span most of a day. */
const pauseAfter = (attempts: number): number => Math.min(0.5 * 2 ** (attempts - 1), 120) * minute;

/**
 * How long handing over one letter may take in all. A mail server may be slow with every single reply; if the
 * transaction were ended meanwhile, an accepted letter would be sent again and again.
 */
const handingOverMs = 180_000;

/** Pause before a row that another worker has locked is looked at again. */
const lockRetryMs = 3_000;

interface Target {
  countyId: string;
  deliveryId: string;
}

const jobOf = ({ countyId, deliveryId }: Target, runAt: Date): NewJob => ({
  task: "deliver",
  payload: { countyId, deliveryId },
  jobKey: `deliver:${deliveryId}`,
  runAt,
});
const one = ({ countyId, deliveryId }: Target) => and(eq(deliveries.countyId, countyId), eq(deliveries.id, deliveryId));

/**
 * Marks it as under way; false when it was sent or withdrawn meanwhile. If its time has not come yet, it is enqueued
 * again.
 */
function claim(target: Target, now: Date): Promise<boolean> {
  return asActor({ actor: announcer(target.countyId), now }, async (tx) => {
    const open = and(one(target), inArray(deliveries.status, ["queued", "sending"]));
    const claimed = await tx
      .update(deliveries)
      .set({ status: "sending", attempts: sql`${deliveries.attempts} + 1` })
      .where(and(open, lte(deliveries.notBefore, now)))
      .returning({ id: deliveries.id });
    if (claimed.length > 0) return true;
    // The clock of the database runs a little before ours.
    const [early] = await tx.select({ at: deliveries.notBefore }).from(deliveries).where(open);
    if (early) await enqueue(tx, [jobOf(target, early.at)]);
    return false;
  });
}

/** The calendar file of a session, for a person who is expected or is removed from it. */
async function inviteOf(
  tx: Tx,
  target: Target,
  context: DeliveryContext,
  messaging: Messaging,
): Promise<Letter["invite"]> {
  const { kind, sessionId, to, recipient, params } = context;
  // A changed way in is a changed entry: it comes with the next sequence number. Whoever accepted by telephone comes as well.
  const isComing =
    comingKinds.includes(kind) ||
    kind === "videoLinkSet" ||
    (kind === "answerRecorded" && params.answer === "accepted");
  if (!sessionId || to !== "person" || !(isComing || kind === "sessionCancelled" || kind === "attendeeRemoved"))
    return undefined;
  const entry = (await entriesOf(tx, target.countyId, sessionId, [recipient.id])).get(recipient.id);
  if (!entry || (entry.status === "cancelled") === isComing) return undefined;
  const from = /^(.*)<([^>]+)>\s*$/.exec(messaging.mailFrom);
  const content = invite({
    ...entry,
    locale: recipient.locale,
    from: { name: from?.[1]?.trim() || "众调", email: from?.[2] ?? messaging.mailFrom },
    to: { name: recipient.name, email: recipient.email },
  });
  return { method: isComing ? "REQUEST" : "CANCEL", content };
}

async function letterOf(
  tx: Tx,
  target: Target,
  context: DeliveryContext,
  messaging: Messaging,
  now: Date,
): Promise<Letter | null> {
  const { channel, recipient } = context;
  const address = channel === "email" ? recipient.email : channel === "sms" ? lineOf(recipient.phone) : "";
  if (!address && (channel === "email" || channel === "sms")) return null;
  const said = wordsOf(context, messaging, now, pathOf(context, recipient.isHelper));
  const attached = channel === "email" ? await inviteOf(tx, target, context, messaging) : undefined;
  return {
    key: target.deliveryId,
    locale: recipient.locale,
    to: { name: recipient.name, address },
    ...said,
    ...(attached ? { invite: attached } : {}),
  };
}

/** A phone as every platform takes it, however it was typed: +86 139-1111-2222 is sent to 13911112222. */
const lineOf = (phone: string): string => canonicalPhone(phone)?.line ?? phone;

/** If quiet hours have begun since it was queued it waits for the morning, as it would have then. */
async function morningOf(tx: Tx, countyId: string, { kind, params }: DeliveryContext, now: Date): Promise<Date | null> {
  if (!waitsForMorning(kind)) return null;
  const date = (value: unknown) => (typeof value === "string" ? new Date(value) : null);
  const happens = [date(params.startsAt), date(params.before), kind === "invited" ? date(params.answerBy) : null];
  const at = mayGoAt(now, await rulesOn(tx, countyId, dayOf(now)), happens);
  return at > now ? at : null;
}

/**
 * The worker's part of one delivery: writes the text as of now, checks the recipient's rights again, hands it to the
 * port of its channel and records the outcome. The row stays locked from the handover to the record, so two workers
 * never send one delivery at the same time. A killed worker's lock ends with its connection, and the next worker sends
 * again under the same key. See docs/adr/0012-notices-once.md.
 */
export async function sendDelivery(target: Target, messaging: Messaging, now: Date): Promise<void> {
  if (!(await claim(target, now))) return;
  await asActor({ actor: announcer(target.countyId), now }, async (tx) => {
    await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', ${`${handingOverMs}`}, true)`);
    const [held] = await tx
      .select({ attempts: deliveries.attempts })
      .from(deliveries)
      .where(and(one(target), eq(deliveries.status, "sending")))
      .for("update", { skipLocked: true });
    // Another worker is sending it, or died so recently that the database still holds its lock: look again soon.
    if (!held) return enqueue(tx, [jobOf(target, new Date(now.getTime() + lockRetryMs))]);
    const context = await deliveryContextOf(tx, target.countyId, target.deliveryId);
    if (!context) return;
    // Workers died repeatedly while sending it: no more tries, and the lead team sees it.
    if (context.attempts > triesMax) return note(tx, target, { status: "failed", problem: "gaveUp" });
    const hindrance = hindranceOf(context, now);
    if (hindrance) return note(tx, target, { status: "suppressed", problem: hindrance });
    const morning = await morningOf(tx, target.countyId, context, now);
    if (morning) return postpone(tx, target, { at: morning, problem: "", attempts: context.attempts - 1 });
    context.guestLink = await makeGuestLink(tx, target.countyId, context, now);
    const port = portOf(messaging.ports, context.channel);
    // It is sent to the present address, which may not be the one it was queued with.
    await note(tx, target, {
      addressMasked: encryptedWay(
        { countyId: target.countyId, id: target.deliveryId },
        maskedAddress(context.channel, context.recipient),
      ),
    });
    const letter = await letterOf(tx, target, context, messaging, now);
    if (!port || !letter) return note(tx, target, { status: "failed", problem: port ? "noAddress" : "noWay" });
    await settle(tx, target, context, await port.send(letter), now);
  });
}

function settle(tx: Tx, target: Target, { attempts }: DeliveryContext, outcome: Outcome, now: Date): Promise<void> {
  if (outcome.is === "sent")
    return note(tx, target, { status: "sent", sentAt: now, reference: outcome.reference, problem: "" });
  if (outcome.is === "refused") return note(tx, target, { status: "failed", problem: outcome.problem });
  // Waiting for a robot's rate limit costs no try.
  const tries = outcome.problem === "inTurn" ? attempts - 1 : attempts;
  if (tries >= triesMax) return note(tx, target, { status: "failed", problem: "gaveUp" });
  const at = new Date(now.getTime() + (outcome.waitMs ?? pauseAfter(tries)));
  return postpone(tx, target, { at, problem: outcome.problem, attempts: tries });
}

async function note(tx: Tx, target: Target, change: Partial<typeof deliveries.$inferInsert>): Promise<void> {
  await tx.update(deliveries).set(change).where(one(target));
}

async function postpone(
  tx: Tx,
  target: Target,
  { at, problem, attempts }: { at: Date; problem: string; attempts: number },
): Promise<void> {
  await note(tx, target, { status: "queued", notBefore: at, problem, attempts });
  await enqueue(tx, [jobOf(target, at)]);
}
