import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { people } from "./people";
import { inCounty } from "./references";
import { entryStatusEnum, slotResourceEnum } from "./words";

/**
 * What a subscribed calendar shows of a person or room: one row per booking and resource, kept by a trigger on
 * slots, cancelled ones included, with the sequence number a client needs to see a change. Names no dispute.
 */
export const calendarEntries = pgTable(
  "calendar_entries",
  {
    countyId: countyId(),
    /** Session or meeting. */
    bookingId: ref("booking_id").notNull(),
    resourceId: ref("resource_id").notNull(),
    resource: slotResourceEnum("resource").notNull(),
    isMeeting: boolean("is_meeting").notNull(),
    roomId: ref("room_id"),
    status: entryStatusEnum("status").notNull(),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    sequence: integer("sequence").notNull().default(0),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.bookingId, t.resourceId] }),
    index("calendar_entries_by_resource").on(t.countyId, t.resourceId, t.endsAt),
  ],
);

/** A subscription address of a person's or room's calendar. The token is shown once; this table keeps its SHA-256. */
export const feedTokens = pgTable(
  "feed_tokens",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    resource: slotResourceEnum("resource").notNull(),
    resourceId: ref("resource_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    label: text("label").notNull().default(""),
    createdBy: ref("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    readAt: moment("read_at"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("feed_tokens_token_once").on(t.tokenHash),
    inCounty("feed_tokens_created_by", t, t.createdBy, people),
    index("feed_tokens_by_creator").on(t.countyId, t.createdBy),
  ],
);
