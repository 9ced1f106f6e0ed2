import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { agreements } from "./agreements";
import { countyId, day, moment, ref } from "./columns";
import { people } from "./people";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import { appraisalEnum, clockChangeKindEnum, clockKindEnum, clockStopEnum } from "./words";

/**
 * A statutory clock of a proceeding. It runs from the day after `startedOn` to the end of `dueOn`, unless it is paused;
 * once stopped it was met, or missed by the days between the two. Its law is the source of its rule
 * (server/rules/clock-days.ts). `app.stop_clocks` stops it, whoever brings that about.
 */
export const clocks = pgTable(
  "clocks",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    kind: clockKindEnum("kind").notNull(),
    /** Of the days for judicial confirmation: which agreement they are of. */
    agreementId: ref("agreement_id"),
    /** The day of acceptance, of the first session or of effect; it does not count. */
    startedOn: day("started_on").notNull(),
    /** The last day; of a paused clock the one it had before, which does not count meanwhile. */
    dueOn: day("due_on").notNull(),
    pausedOn: day("paused_on"),
    pausedFor: appraisalEnum("paused_for"),
    stoppedOn: day("stopped_on"),
    stoppedBy: clockStopEnum("stopped_by"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("clocks_within_dispute").on(t.countyId, t.disputeId, t.id),
    unique("clocks_once_per_kind").on(t.countyId, t.proceedingId, t.kind, t.agreementId).nullsNotDistinct(),
    inDispute("clocks_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("clocks_of_agreement", t, t.agreementId, agreements),
    check("clocks_confirmation_of_agreement", sql`(${t.kind} = 'confirmation') = (${t.agreementId} is not null)`),
    check("clocks_due_after_start", sql`${t.dueOn} >= ${t.startedOn}`),
    check("clocks_paused_for_something", sql`(${t.pausedOn} is null) = (${t.pausedFor} is null)`),
    check("clocks_stopped_by_something", sql`(${t.stoppedOn} is null) = (${t.stoppedBy} is null)`),
  ],
);

/** Each move of a clock's last day, and each pause, with the day before and after; none is ever changed. */
export const clockChanges = pgTable(
  "clock_changes",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    clockId: ref("clock_id").notNull(),
    kind: clockChangeKindEnum("kind").notNull(),
    /** When it happened: the consent, the order for an appraisal, its result. */
    happenedOn: day("happened_on").notNull(),
    oldDueOn: day("old_due_on").notNull(),
    /** Null for a pause: the last day is open until the appraisal is there. */
    newDueOn: day("new_due_on"),
    appraisal: appraisalEnum("appraisal"),
    reason: text("reason").notNull(),
    /** Null where a changed rule or day off moved it. */
    recordedBy: ref("recorded_by"),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("clock_changes_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("clock_changes_of_clock", t, t.clockId, clocks),
    inCounty("clock_changes_by_person", t, t.recordedBy, people),
    check("clock_changes_by_somebody", sql`(${t.kind} = 'recomputed') = (${t.recordedBy} is null)`),
    check("clock_changes_day_unless_paused", sql`(${t.kind} = 'paused') = (${t.newDueOn} is null)`),
    check("clock_changes_appraisal_when_paused", sql`(${t.kind} = 'paused') = (${t.appraisal} is not null)`),
    index("clock_changes_by_dispute").on(t.countyId, t.disputeId),
  ],
);
