import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { disputes } from "./disputes";
import { encryptedPhone, isEncrypted } from "./encrypted";
import { people } from "./people";
import { contactPoints, stations } from "./places";
import { byColumns, inCounty } from "./references";
import { clueStatusEnum, clueStepKindEnum } from "./words";

/** Calls about one dispute before there is one; the head activates 1+8+N from it (S1, S3). */
export const repeatGroups = pgTable(
  "repeat_groups",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    stationId: ref("station_id").notNull(),
    place: text("place").notNull(),
    openedAt: moment("opened_at").notNull(),
    alertedAt: moment("alerted_at"),
    activatedAt: moment("activated_at"),
    activatedBy: ref("activated_by"),
    activationReason: text("activation_reason"),
    disputeId: ref("dispute_id"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("repeat_groups_within_station").on(t.countyId, t.stationId, t.id),
    inCounty("repeat_groups_of_station", t, t.stationId, stations),
    inCounty("repeat_groups_activated_by", t, t.activatedBy, people),
    inCounty("repeat_groups_dispute", t, t.disputeId, disputes),
    check(
      "repeat_groups_activation_whole",
      sql`(${t.activatedAt} is null) = (${t.activatedBy} is null) and (${t.activatedAt} is null) = (${t.activationReason} is null)`,
    ),
    index("repeat_groups_by_station").on(t.countyId, t.stationId, t.openedAt),
    index("repeat_groups_by_dispute").on(t.countyId, t.disputeId).where(sql`${t.disputeId} is not null`),
  ],
);

/** One 110 call; it keeps its own number whatever it is attached to. */
export const policeCalls = pgTable(
  "police_calls",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    number: text("number").notNull(),
    stationId: ref("station_id").notNull(),
    calledAt: moment("called_at").notNull(),
    callerName: text("caller_name").notNull().default(""),
    ...encryptedPhone(),
    place: text("place").notNull(),
    /** The place as compared: building level, one spelling. A trigger keeps it (app.place_key). */
    placeKey: text("place_key").notNull().default(""),
    summary: text("summary").notNull(),
    /** Calls of one incident (duplicates) share this id; the first call's own id names it (S2). */
    incidentId: ref("incident_id").notNull(),
    groupId: ref("group_id"),
    disputeId: ref("dispute_id"),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("police_calls_number_once").on(t.countyId, t.number),
    inCounty("police_calls_of_station", t, t.stationId, stations),
    byColumns(
      "police_calls_of_group",
      [t.countyId, t.stationId, t.groupId],
      [repeatGroups.countyId, repeatGroups.stationId, repeatGroups.id],
    ),
    inCounty("police_calls_of_dispute", t, t.disputeId, disputes),
    inCounty("police_calls_recorded_by", t, t.recordedBy, people),
    index("police_calls_by_station").on(t.countyId, t.stationId, t.calledAt, t.id),
    index("police_calls_by_place").on(t.countyId, t.stationId, t.placeKey, t.calledAt),
    index("police_calls_by_phone")
      .on(t.countyId, t.stationId, t.phoneHash, t.calledAt)
      .where(sql`${t.phoneHash} <> ''`),
    index("police_calls_by_phone_line").on(t.countyId, t.phoneLineHash, t.calledAt),
    check("police_calls_phone_encrypted", isEncrypted(t.phone, t.phoneHash, t.phoneLineHash, t.phoneEndHash)),
    index("police_calls_by_group").on(t.countyId, t.groupId),
    index("police_calls_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** A tip from a grid member or lookout; the reporter sees only its status. */
export const clues = pgTable(
  "clues",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    stationId: ref("station_id").notNull(),
    pointId: ref("point_id"),
    reporterId: ref("reporter_id").notNull(),
    place: text("place").notNull(),
    text: text("text").notNull(),
    reportedAt: moment("reported_at").notNull(),
    status: clueStatusEnum("status").notNull().default("new"),
    disputeId: ref("dispute_id"),
    answer: text("answer").notNull().default(""),
    handledBy: ref("handled_by"),
    handledAt: moment("handled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("clues_of_station", t, t.stationId, stations),
    inCounty("clues_of_point", t, t.pointId, contactPoints),
    inCounty("clues_reported_by", t, t.reporterId, people),
    inCounty("clues_dispute", t, t.disputeId, disputes),
    check("clues_handled_when_not_new", sql`(${t.status} = 'new') = (${t.handledAt} is null)`),
    check("clues_taken_has_dispute", sql`${t.status} <> 'taken' or ${t.disputeId} is not null`),
    check("clues_settled_at_point", sql`${t.status} <> 'settled' or ${t.pointId} is not null`),
    index("clues_by_point").on(t.countyId, t.pointId, t.reportedAt),
    index("clues_new_by_point").on(t.countyId, t.pointId).where(sql`${t.status} = 'new'`),
    index("clues_by_station").on(t.countyId, t.stationId, t.reportedAt),
    index("clues_by_reporter").on(t.countyId, t.reporterId, t.reportedAt),
  ],
);

/** What the keeper of a contact point did about a clue of their place, in order; only ever added to. */
export const clueSteps = pgTable(
  "clue_steps",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    clueId: ref("clue_id").notNull(),
    /** Those of the clue, for whoever reads it. */
    stationId: ref("station_id").notNull(),
    pointId: ref("point_id").notNull(),
    kind: clueStepKindEnum("kind").notNull(),
    /** What they found and did; empty where they only say that they see to it, or hand it up. */
    note: text("note").notNull().default(""),
    takenBy: ref("taken_by").notNull(),
    takenAt: moment("taken_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("clue_steps_of_clue", t, t.clueId, clues),
    inCounty("clue_steps_at_station", t, t.stationId, stations),
    inCounty("clue_steps_at_point", t, t.pointId, contactPoints),
    inCounty("clue_steps_taken_by", t, t.takenBy, people),
    check("clue_steps_say_what", sql`${t.kind} in ('acknowledge', 'escalate') or ${t.note} <> ''`),
    // One may go there several times.
    uniqueIndex("clue_steps_once").on(t.countyId, t.clueId, t.kind).where(sql`${t.kind} <> 'visit'`),
    index("clue_steps_by_clue").on(t.countyId, t.clueId, t.takenAt),
  ],
);
