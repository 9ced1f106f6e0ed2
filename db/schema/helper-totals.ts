import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { countyId, day, ref } from "./columns";
import { disputes } from "./disputes";
import { people } from "./people";
import { inCounty } from "./references";

const count = (name: string) => integer(name).notNull().default(0);

/**
 * What is counted of a person in a month of Shanghai: invitations by when they were sent, proceedings by when they ended,
 * sessions by when they began.
 */
const figures = () => ({
  /** Without those that were withdrawn. */
  asked: count("asked"),
  accepted: count("accepted"),
  declined: count("declined"),
  expired: count("expired"),
  /** Whole minutes from sending to answer, one for each answer: kept one by one for an exact median. */
  answerMinutes: integer("answer_minutes").array().notNull().default(sql`'{}'`),
  /** Proceedings they had accepted that ended, and how many of those with an agreement. */
  ended: count("ended"),
  agreed: count("agreed"),
  /** Sessions that were held and at which they were expected. */
  attended: count("attended"),
  missed: count("missed"),
  /** Length and results of the sessions they attended. */
  seconds: count("seconds"),
  cameAgreed: count("came_agreed"),
  camePartlyAgreed: count("came_partly_agreed"),
  cameAdjourned: count("came_adjourned"),
  cameFailed: count("came_failed"),
});

/** What each dispute adds to the totals of the people who helped in it. Written by app.recount_helpers alone (docs/adr/0038). */
export const helperEntries = pgTable(
  "helper_entries",
  {
    countyId: countyId(),
    disputeId: ref("dispute_id").notNull(),
    personId: ref("person_id").notNull(),
    month: day("month").notNull(),
    ...figures(),
  },
  (t) => [
    primaryKey({ name: "helper_entries_once", columns: [t.countyId, t.disputeId, t.personId, t.month] }),
    inCounty("helper_entries_of_dispute", t, t.disputeId, disputes),
    inCounty("helper_entries_of_person", t, t.personId, people),
    /** In which matters, and when, a person sat: their sessions, newest first, without those of their whole life. */
    index("helper_entries_sat").on(t.countyId, t.personId, t.month).where(sql`${t.attended} + ${t.missed} > 0`),
  ],
);

/** Sums of entries: each person's totals, month by month. */
export const helperMonths = pgTable(
  "helper_months",
  { countyId: countyId(), personId: ref("person_id").notNull(), month: day("month").notNull(), ...figures() },
  (t) => [
    primaryKey({ name: "helper_months_once", columns: [t.countyId, t.personId, t.month] }),
    inCounty("helper_months_of_person", t, t.personId, people),
  ],
);
