import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import type { NotificationKind } from "../vocabulary";
import { countyId, moment, ref } from "./columns";
import { disputes } from "./disputes";
import { encryptedText, isEncrypted } from "./encrypted";
import { inCounty } from "./references";
import { channelEnum, deliveryStatusEnum, notificationKindEnum, recipientKindEnum } from "./words";

/** What tells an obligor that something they agreed to falls due; its cause is "obligation:<id>:<day>". */
export const dueKinds: readonly NotificationKind[] = ["obligationDueSoon", "obligationDueToday"];
/** The `reference` of a delivery that was only written down, because no provider is set up. */
export const recordedReference = "recorded";

/** Times, places and codes that a message is made from; never a fact of the dispute. */
export type NotificationParams = Readonly<Record<string, string | number | null>>;

/**
 * One thing told to one recipient. `cause` names what made it (an event of the chain, or a reminder of a session's
 * time), so that telling the same thing again changes nothing.
 */
export const notifications = pgTable(
  "notifications",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    cause: text("cause").notNull(),
    kind: notificationKindEnum("kind").notNull(),
    recipientKind: recipientKindEnum("recipient_kind").notNull(),
    /** Person, party or unit. */
    recipientId: ref("recipient_id").notNull(),
    disputeId: ref("dispute_id"),
    sessionId: ref("session_id"),
    invitationId: ref("invitation_id"),
    params: jsonb("params").$type<NotificationParams>().notNull().default({}),
    createdAt: moment("created_at").notNull(),
    readAt: moment("read_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("notifications_told_once").on(t.countyId, t.cause, t.kind, t.recipientId),
    inCounty("notifications_of_dispute", t, t.disputeId, disputes),
    check("notifications_party_has_dispute", sql`${t.recipientKind} <> 'party' or ${t.disputeId} is not null`),
    index("notifications_by_recipient").on(t.countyId, t.recipientId, t.id),
    index("notifications_unread").on(t.countyId, t.recipientId).where(sql`${t.readAt} is null`),
    index("notifications_by_dispute").on(t.countyId, t.disputeId, t.id),
    index("notifications_by_time").on(t.countyId, t.createdAt),
  ],
);

/** The way of a notification through one channel, seen on the case. The address is masked; the words are rendered anew when sent. */
export const deliveries = pgTable(
  "deliveries",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    notificationId: ref("notification_id").notNull(),
    channel: channelEnum("channel").notNull(),
    status: deliveryStatusEnum("status").notNull().default("queued"),
    /** a***@example.org, 138****2719; encrypted, as the last digits of a party's phone are. */
    addressMasked: encryptedText("address_masked"),
    attempts: smallint("attempts").notNull().default(0),
    /** Not before this moment: quiet hours, or the pause before another try. */
    notBefore: moment("not_before").notNull(),
    /** Why it failed or was held back, a code of the catalogue. */
    problem: text("problem").notNull().default(""),
    /** The id the receiving server gave it, or the adapter that records instead of sending. */
    reference: text("reference").notNull().default(""),
    sentAt: moment("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("deliveries_channel_once").on(t.countyId, t.notificationId, t.channel),
    inCounty("deliveries_of_notification", t, t.notificationId, notifications),
    check("deliveries_address_encrypted", isEncrypted(t.addressMasked)),
    check("deliveries_sent_has_time", sql`(${t.status} = 'sent') = (${t.sentAt} is not null)`),
    check("deliveries_attempts_range", sql`${t.attempts} between 0 and 50`),
    index("deliveries_due").on(t.notBefore).where(sql`${t.status} in ('queued', 'sending')`),
  ],
);
