import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref, tstzrange } from "./columns";
import { disputes } from "./disputes";
import { people } from "./people";
import { stations } from "./places";
import { inCounty } from "./references";
import { answerMomentEnum, gateQuestionEnum, gateStepKindEnum, gateStepResultEnum, yesNoUnclearEnum } from "./words";

/** What the gate asked and what was said, each answer with who gave it and when; the highest ordinal counts, none is ever changed. */
export const gateAnswers = pgTable(
  "gate_answers",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    question: gateQuestionEnum("question").notNull(),
    ordinal: integer("ordinal").notNull(),
    answer: yesNoUnclearEnum("answer").notNull(),
    givenAs: answerMomentEnum("given_as").notNull(),
    /** Needed where a "yes" is taken back. */
    reason: text("reason").notNull().default(""),
    givenBy: ref("given_by").notNull(),
    givenAt: moment("given_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("gate_answers_ordinal_once").on(t.countyId, t.disputeId, t.question, t.ordinal),
    inCounty("gate_answers_of_dispute", t, t.disputeId, disputes),
    inCounty("gate_answers_by_person", t, t.givenBy, people),
  ],
);

/** What an answer asks for: to make something unclear clear, and the police's route on family violence. Done once. */
export const gateSteps = pgTable(
  "gate_steps",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    kind: gateStepKindEnum("kind").notNull(),
    /** What is unclear; null for every other kind. */
    question: gateQuestionEnum("question"),
    ownerId: ref("owner_id").notNull(),
    openedBy: ref("opened_by").notNull(),
    openedAt: moment("opened_at").notNull(),
    dueAt: moment("due_at").notNull(),
    result: gateStepResultEnum("result"),
    /** The day it happened, apart from when it was entered. */
    doneOn: day("done_on"),
    /** A warning letter's number, whom it was sent to, why it was not needed … */
    note: text("note").notNull().default(""),
    doneBy: ref("done_by"),
    doneAt: moment("done_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("gate_steps_of_dispute", t, t.disputeId, disputes),
    inCounty("gate_steps_owner_known", t, t.ownerId, people),
    inCounty("gate_steps_opened_by_person", t, t.openedBy, people),
    inCounty("gate_steps_done_by_person", t, t.doneBy, people),
    check("gate_steps_question_to_clarify", sql`(${t.kind}::text = 'clarify') = (${t.question} is not null)`),
    check(
      "gate_steps_result_whole",
      sql`(${t.result} is null) = (${t.doneBy} is null) and (${t.result} is null) = (${t.doneAt} is null) and (${t.result} is null) = (${t.doneOn} is null)`,
    ),
    check(
      "gate_steps_result_fits",
      sql`${t.result} is null or case ${t.kind}::text when 'clarify' then ${t.result}::text = 'answered' when 'takeOver' then ${t.result}::text = 'takenOver'
        else ${t.result}::text in ('done', 'declined', 'notNeeded') and ${t.note} <> '' end`,
    ),
    uniqueIndex("gate_steps_open_once")
      .on(t.countyId, t.disputeId, t.kind)
      .where(sql`${t.result} is null and ${t.question} is null`),
    uniqueIndex("gate_steps_clarify_once")
      .on(t.countyId, t.disputeId, t.question)
      .where(sql`${t.result} is null and ${t.question} is not null`),
    index("gate_steps_of_owner").on(t.countyId, t.ownerId, t.dueAt).where(sql`${t.result} is null`),
  ],
);

/** Which leader of a station is on duty when. */
export const dutyLeaders = pgTable(
  "duty_leaders",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    stationId: ref("station_id").notNull(),
    personId: ref("person_id").notNull(),
    during: tstzrange("during").notNull(),
    setBy: ref("set_by").notNull(),
    setAt: moment("set_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("duty_leaders_of_station", t, t.stationId, stations),
    inCounty("duty_leaders_person_known", t, t.personId, people),
    inCounty("duty_leaders_set_by", t, t.setBy, people),
    check(
      "duty_leaders_during_whole",
      sql`not isempty(${t.during}) and not lower_inf(${t.during}) and not upper_inf(${t.during})`,
    ),
    index("duty_leaders_by_station").on(t.countyId, t.stationId, t.personId),
  ],
);
