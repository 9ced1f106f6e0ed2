import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { countyId, moment, ref, tstzrange } from "./columns";
import { disputes } from "./disputes";
import { parties, partyLinks } from "./parties";
import { forces, people } from "./people";
import { rooms } from "./places";
import { proceedings } from "./proceedings";
import { byColumns, inCounty, inDispute } from "./references";
import { townHallMeetings } from "./town-halls";
import {
  attendanceEnum,
  laneEnum,
  otherRouteEnum,
  sessionKindEnum,
  sessionModeEnum,
  sessionResultEnum,
  sessionStatusEnum,
  slotResourceEnum,
  spokenMeansEnum,
  tellingAnswerEnum,
} from "./words";

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
    /** The room that is booked; null where it was held elsewhere, which `place` then says. */
    roomId: ref("room_id"),
    /** Where it is held in words, when it is in no room of ours: at a bedside, in the street. */
    place: text("place").notNull().default(""),
    /** Who else was there, in words: people who were not asked to it, such as a neighbour or a doctor. */
    othersPresent: text("others_present").notNull().default(""),
    result: sessionResultEnum("result"),
    cancelReason: text("cancel_reason").notNull().default(""),
    bookedBy: ref("booked_by").notNull(),
    version: integer("version").notNull().default(1),
    mode: sessionModeEnum("mode").notNull().default("onSite"),
    /** The time is held until then, and is given up unless the answers are in. Null = confirmed. */
    heldUntil: moment("held_until"),
    /** Since when too few of those who must come are coming. */
    atRiskSince: moment("at_risk_since"),
    /** When the session desk was started, which begins the talk. */
    startedAt: moment("started_at"),
    /** When a session that had been held already was written down; null = it was booked or begun here. */
    enteredAt: moment("entered_at"),
    agenda: text("agenda").notNull().default(""),
    /** SHA-256 of the check-in code that people arriving see. */
    checkInHash: text("check_in_hash"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("sessions_within_dispute").on(t.countyId, t.disputeId, t.id),
    unique("sessions_ordinal_once").on(t.countyId, t.proceedingId, t.ordinal),
    inDispute("sessions_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("sessions_in_room", t, t.roomId, rooms),
    check(
      "sessions_start_before_end",
      sql`${t.startsAt} < ${t.endsAt} and ${t.endsAt} <= ${t.startsAt} + interval '12 hours'`,
    ),
    check("sessions_result_when_ended", sql`(${t.status} = 'ended') = (${t.result} is not null)`),
    check("sessions_somewhere", sql`(${t.roomId} is null) = (${t.place} <> '')`),
    // Whoever is called to a session is told a room; without one it has begun, or is over.
    check(
      "sessions_booked_in_room",
      sql`${t.roomId} is not null or ${t.heldUntil} is null and (${t.startedAt} is not null or ${t.enteredAt} is not null)`,
    ),
    check(
      "sessions_entered_afterwards",
      sql`${t.enteredAt} is null or ${t.status} = 'ended' and ${t.endsAt} <= ${t.enteredAt}`,
    ),
    check("sessions_held_while_booked", sql`${t.heldUntil} is null or ${t.status} in ('booked', 'cancelled')`),
    index("sessions_held").on(t.countyId, t.heldUntil).where(sql`${t.heldUntil} is not null`),
    index("sessions_by_start").on(t.countyId, t.startsAt),
  ],
);

/**
 * Time taken from a room or a person, by a session or a town-hall meeting. One table, one exclusion constraint
 * (see the baseline migration). Names no dispute. A held slot whose time has run out no longer counts: whoever
 * wants the hour clears it away first.
 */
export const slots = pgTable(
  "slots",
  {
    countyId: countyId(),
    id: uuid("id").notNull().default(sql`gen_random_uuid()`),
    sessionId: ref("session_id"),
    meetingId: ref("meeting_id"),
    resource: slotResourceEnum("resource").notNull(),
    resourceId: ref("resource_id").notNull(),
    during: tstzrange("during").notNull(),
    heldUntil: moment("held_until"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex("slots_session_resource_once").on(t.countyId, t.sessionId, t.resourceId),
    uniqueIndex("slots_meeting_resource_once").on(t.countyId, t.meetingId, t.resourceId),
    check("slots_one_owner", sql`num_nonnulls(${t.sessionId}, ${t.meetingId}) = 1`),
    inCounty("slots_of_meeting", t, t.meetingId, townHallMeetings),
    inCounty("slots_of_session", t, t.sessionId, sessions),
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
    /** Who came for the party, or as their guardian with them; null: the party. */
    spokenByLinkId: ref("spoken_by_link_id"),
    /** Why they are expected at an hour at which they cannot come as far as is known; "" where nothing speaks against it. */
    despite: text("despite").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("session_people_of_session", t, t.sessionId, sessions),
    inCounty("session_people_person", t, t.personId, people),
    inDispute("session_people_party", t, t.partyId, parties),
    inCounty("session_people_spoken_by", t, t.spokenByLinkId, partyLinks),
    check("session_people_one_kind", sql`num_nonnulls(${t.personId}, ${t.partyId}) = 1`),
    uniqueIndex("session_people_person_once").on(t.countyId, t.sessionId, t.personId),
    uniqueIndex("session_people_party_once").on(t.countyId, t.sessionId, t.partyId),
    index("session_people_by_person").on(t.countyId, t.personId),
    index("session_people_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/**
 * A party told of a session by mouth, in person or by telephone: which hour they were told, by whom, and what they said.
 * A row is never changed; a later one stands beside it.
 */
export const sessionTellings = pgTable(
  "session_tellings",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    sessionId: ref("session_id").notNull(),
    partyId: ref("party_id").notNull(),
    means: spokenMeansEnum("means").notNull(),
    /** The start they were told; once the session has moved, they have not been told of the new one. */
    startsAt: moment("starts_at").notNull(),
    toldAt: moment("told_at").notNull(),
    toldBy: ref("told_by").notNull(),
    /** To whom it was said, where that was not the party: a guardian, somebody in their home. */
    toldTo: text("told_to").notNull().default(""),
    answer: tellingAnswerEnum("answer").notNull(),
    note: text("note").notNull().default(""),
    enteredBy: ref("entered_by").notNull(),
    enteredAt: moment("entered_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("session_tellings_of_session", t, t.sessionId, sessions),
    inDispute("session_tellings_to_party", t, t.partyId, parties),
    inCounty("session_tellings_by_person", t, t.toldBy, people),
    inCounty("session_tellings_entered_by", t, t.enteredBy, people),
    check("session_tellings_entered_after", sql`${t.toldAt} <= ${t.enteredAt}`),
    index("session_tellings_by_session").on(t.countyId, t.sessionId, t.partyId),
    index("session_tellings_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** Who must be there for the session to be worth holding: a named person, or so many of a force ("any one lawyer"). */
export const sessionNeeds = pgTable(
  "session_needs",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    sessionId: ref("session_id").notNull(),
    personId: ref("person_id"),
    forceCode: text("force_code"),
    seats: smallint("seats").notNull().default(1),
    isRequired: boolean("is_required").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("session_needs_of_session", t, t.sessionId, sessions),
    inCounty("session_needs_person", t, t.personId, people),
    byColumns("session_needs_force", [t.countyId, t.forceCode], [forces.countyId, forces.code]),
    check("session_needs_one_kind", sql`num_nonnulls(${t.personId}, ${t.forceCode}) = 1`),
    check("session_needs_seats_range", sql`${t.seats} between 1 and 12 and (${t.personId} is null or ${t.seats} = 1)`),
    uniqueIndex("session_needs_person_once").on(t.countyId, t.sessionId, t.personId),
    uniqueIndex("session_needs_force_once").on(t.countyId, t.sessionId, t.forceCode),
  ],
);

/** Where a video session is held, from the station's own meeting service; read only by those invited and the lead. */
export const videoLinks = pgTable(
  "video_links",
  {
    countyId: countyId(),
    sessionId: ref("session_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    url: text("url").notNull(),
    setBy: ref("set_by").notNull(),
    setAt: moment("set_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.sessionId] }),
    inDispute("video_links_of_session", t, t.sessionId, sessions),
    check("video_links_https", sql`${t.url} ~ '^https://[^[:space:]]+$'`),
  ],
);

/** The written record; a correction is a new version, none is ever changed (人民调解法 27). */
export const sessionRecords = pgTable(
  "session_records",
  {
    countyId: countyId(),
    sessionId: ref("session_id").notNull(),
    version: smallint("version").notNull(),
    disputeId: ref("dispute_id").notNull(),
    /** How it went, in words. */
    text: text("text").notNull(),
    /** What each party stated, as they said it in front of everybody: [{ partyId, text }]. */
    statements: jsonb("statements").$type<{ partyId: string; text: string }[]>().notNull().default([]),
    facts: text("facts").notNull().default(""),
    /** What was agreed, or why it failed. */
    outcome: text("outcome").notNull().default(""),
    /** Other ways the parties were told of (人民调解法 26). */
    routesTold: otherRouteEnum("routes_told").array().notNull().default(sql`'{}'`),
    correctionReason: text("correction_reason").notNull().default(""),
    writtenBy: ref("written_by").notNull(),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.sessionId, t.version] }),
    inDispute("session_records_of_session", t, t.sessionId, sessions),
    check("session_records_correction_has_reason", sql`${t.version} = 1 or ${t.correctionReason} <> ''`),
    index("session_records_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** A note in a confidentiality lane; caucus talk goes to "mediator" or to one side, never into the joint record. */
export const notes = pgTable(
  "notes",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    /** Its session's, else the dispute's latest when it was written; set by a trigger. */
    proceedingId: ref("proceeding_id"),
    sessionId: ref("session_id"),
    lane: laneEnum("lane").notNull(),
    side: smallint("side"),
    text: text("text").notNull(),
    authorId: ref("author_id").notNull(),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("notes_of_dispute", t, t.disputeId, disputes),
    inDispute("notes_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("notes_of_session", t, t.sessionId, sessions),
    inCounty("notes_by_author", t, t.authorId, people),
    check("notes_side_lane_names_side", sql`(${t.lane} = 'side') = (${t.side} is not null)`),
    index("notes_by_dispute").on(t.countyId, t.disputeId, t.writtenAt),
  ],
);
