import { sql } from "drizzle-orm";
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { disputes, parties } from "./disputes";
import { people } from "./people";
import { rooms } from "./places";
import { proceedings } from "./proceedings";
import {
  attendanceEnum,
  laneEnum,
  sessionKindEnum,
  sessionResultEnum,
  sessionStatusEnum,
  slotResourceEnum,
} from "./words";

/** A half-open time range as PostgreSQL prints it: ["2026-11-26 14:30+08","2026-11-26 16:00+08"). */
export const tstzrange = customType<{ data: string }>({ dataType: () => "tstzrange" });

/** A mediation session 调解会 of a proceeding; several are still one proceeding in every statistic. */
export const sessions = pgTable(
  "sessions",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    ordinal: smallint("ordinal").notNull(),
    kind: sessionKindEnum("kind").notNull(),
    status: sessionStatusEnum("status").notNull().default("booked"),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    roomId: ref("room_id").notNull(),
    result: sessionResultEnum("result"),
    cancelReason: text("cancel_reason").notNull().default(""),
    bookedBy: ref("booked_by").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("sessions_within_dispute").on(t.countyId, t.disputeId, t.id),
    unique("sessions_ordinal_once").on(t.countyId, t.proceedingId, t.ordinal),
    foreignKey({
      name: "sessions_of_proceeding",
      columns: [t.countyId, t.disputeId, t.proceedingId],
      foreignColumns: [proceedings.countyId, proceedings.disputeId, proceedings.id],
    }),
    foreignKey({
      name: "sessions_in_room",
      columns: [t.countyId, t.roomId],
      foreignColumns: [rooms.countyId, rooms.id],
    }),
    check(
      "sessions_start_before_end",
      sql`${t.startsAt} < ${t.endsAt} and ${t.endsAt} <= ${t.startsAt} + interval '12 hours'`,
    ),
    check("sessions_result_when_ended", sql`(${t.status} = 'ended') = (${t.result} is not null)`),
    index("sessions_by_start").on(t.countyId, t.startsAt),
    index("sessions_by_proceeding").on(t.countyId, t.proceedingId),
  ],
);

/** Time taken from a room or a person. One table, one exclusion constraint (see the custom migration). Names no dispute. */
export const slots = pgTable(
  "slots",
  {
    countyId: countyId(),
    sessionId: ref("session_id").notNull(),
    resource: slotResourceEnum("resource").notNull(),
    resourceId: ref("resource_id").notNull(),
    during: tstzrange("during").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.sessionId, t.resourceId] }),
    foreignKey({
      name: "slots_of_session",
      columns: [t.countyId, t.sessionId],
      foreignColumns: [sessions.countyId, sessions.id],
    }),
  ],
);

/** Who is to come: staff and helpers by person, parties by party. */
export const sessionPeople = pgTable(
  "session_people",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    sessionId: ref("session_id").notNull(),
    personId: ref("person_id"),
    partyId: ref("party_id"),
    attendance: attendanceEnum("attendance").notNull().default("expected"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    foreignKey({
      name: "session_people_of_session",
      columns: [t.countyId, t.disputeId, t.sessionId],
      foreignColumns: [sessions.countyId, sessions.disputeId, sessions.id],
    }),
    foreignKey({
      name: "session_people_person",
      columns: [t.countyId, t.personId],
      foreignColumns: [people.countyId, people.id],
    }),
    foreignKey({
      name: "session_people_party",
      columns: [t.countyId, t.disputeId, t.partyId],
      foreignColumns: [parties.countyId, parties.disputeId, parties.id],
    }),
    check("session_people_one_kind", sql`num_nonnulls(${t.personId}, ${t.partyId}) = 1`),
    uniqueIndex("session_people_person_once").on(t.countyId, t.sessionId, t.personId),
    uniqueIndex("session_people_party_once").on(t.countyId, t.sessionId, t.partyId),
    index("session_people_by_person").on(t.countyId, t.personId),
  ],
);

/** The written record; a correction is a new version, none is ever changed (Art. 27). */
export const sessionRecords = pgTable(
  "session_records",
  {
    countyId: countyId(),
    sessionId: ref("session_id").notNull(),
    version: smallint("version").notNull(),
    disputeId: ref("dispute_id").notNull(),
    text: text("text").notNull(),
    correctionReason: text("correction_reason").notNull().default(""),
    writtenBy: ref("written_by").notNull(),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.sessionId, t.version] }),
    foreignKey({
      name: "session_records_of_session",
      columns: [t.countyId, t.disputeId, t.sessionId],
      foreignColumns: [sessions.countyId, sessions.disputeId, sessions.id],
    }),
    check("session_records_correction_has_reason", sql`${t.version} = 1 or ${t.correctionReason} <> ''`),
  ],
);

/** A note in a confidentiality lane; caucus talk goes to "mediator" or to one side, never into the joint record. */
export const notes = pgTable(
  "notes",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    sessionId: ref("session_id"),
    lane: laneEnum("lane").notNull(),
    side: smallint("side"),
    text: text("text").notNull(),
    authorId: ref("author_id").notNull(),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    foreignKey({
      name: "notes_of_dispute",
      columns: [t.countyId, t.disputeId],
      foreignColumns: [disputes.countyId, disputes.id],
    }),
    foreignKey({
      name: "notes_of_session",
      columns: [t.countyId, t.disputeId, t.sessionId],
      foreignColumns: [sessions.countyId, sessions.disputeId, sessions.id],
    }),
    foreignKey({
      name: "notes_by_author",
      columns: [t.countyId, t.authorId],
      foreignColumns: [people.countyId, people.id],
    }),
    check("notes_side_lane_names_side", sql`(${t.lane} = 'side') = (${t.side} is not null)`),
    index("notes_by_dispute").on(t.countyId, t.disputeId, t.writtenAt.desc()),
  ],
);
