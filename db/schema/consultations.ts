import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref, tstzrange } from "./columns";
import { disputes } from "./disputes";
import { people } from "./people";
import { contactPoints, stations } from "./places";
import { inCounty } from "./references";
import { consultationStatusEnum } from "./words";

/** When a lawyer is on duty for legal consultation, round the clock. */
export const dutyShifts = pgTable(
  "duty_shifts",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    personId: ref("person_id").notNull(),
    during: tstzrange("during").notNull(),
    setBy: ref("set_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("duty_shifts_of_person", t, t.personId, people),
    check(
      "duty_shifts_during_whole",
      sql`not isempty(${t.during}) and not lower_inf(${t.during}) and not upper_inf(${t.during})`,
    ),
  ],
);

/** A legal question from a contact point, answered by the lawyer on duty; it may be linked to a dispute afterwards. */
export const consultations = pgTable(
  "consultations",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    stationId: ref("station_id").notNull(),
    pointId: ref("point_id"),
    askedBy: ref("asked_by").notNull(),
    askedAt: moment("asked_at").notNull(),
    question: text("question").notNull(),
    status: consultationStatusEnum("status").notNull().default("waiting"),
    /** The lawyer on duty it waits for; null while nobody is. */
    dutyId: ref("duty_id"),
    dueAt: moment("due_at").notNull(),
    answer: text("answer").notNull().default(""),
    answeredBy: ref("answered_by"),
    answeredAt: moment("answered_at"),
    disputeId: ref("dispute_id"),
    linkedBy: ref("linked_by"),
    linkedAt: moment("linked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("consultations_of_station", t, t.stationId, stations),
    inCounty("consultations_at_point", t, t.pointId, contactPoints),
    inCounty("consultations_asked_by", t, t.askedBy, people),
    inCounty("consultations_duty_known", t, t.dutyId, people),
    inCounty("consultations_of_dispute", t, t.disputeId, disputes),
    check(
      "consultations_answered_whole",
      sql`(${t.answeredAt} is null) = (${t.answeredBy} is null) and (${t.answeredAt} is null) = (${t.answer} = '') and (${t.status} <> 'answered' or ${t.answeredAt} is not null)`,
    ),
    check(
      "consultations_link_whole",
      sql`(${t.disputeId} is null) = (${t.linkedAt} is null) and (${t.linkedAt} is null) = (${t.linkedBy} is null)`,
    ),
    index("consultations_waiting_by_point").on(t.countyId, t.pointId).where(sql`${t.status} = 'waiting'`),
    index("consultations_by_station").on(t.countyId, t.stationId, t.id),
    index("consultations_by_asker").on(t.countyId, t.askedBy, t.id),
    index("consultations_waiting").on(t.countyId, t.dutyId).where(sql`${t.status} = 'waiting'`),
    index("consultations_by_dispute").on(t.countyId, t.disputeId).where(sql`${t.disputeId} is not null`),
    index("consultations_by_answerer").on(t.countyId, t.answeredBy, t.id).where(sql`${t.answeredBy} is not null`),
  ],
);
