import { index, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { countyId, day, ref } from "./columns";
import { disputes } from "./disputes";
import { inCounty } from "./references";
import { disputeTypeEnum } from "./words";

/** An instant with microseconds: ends of days are kept one of them early, so that they fall into the day they end. */
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What is counted; server/statistics/reads/figures.ts says when each counts. */
const one = () => ({
  received: smallint("received"),
  accepted: smallint("accepted"),
  notAccepted: smallint("not_accepted"),
  opened: smallint("opened"),
  closed: smallint("closed"),
  agreed: smallint("agreed"),
  performed: smallint("performed"),
  resolved: smallint("resolved"),
  settled: smallint("settled"),
  succeeded: smallint("succeeded"),
  taken: smallint("taken"),
  takenAgreed: smallint("taken_agreed"),
  due: smallint("due"),
  dueKept: smallint("due_kept"),
  calmed: smallint("calmed"),
});
const count = (name: string) => integer(name).notNull().default(0);

/**
 * What each dispute adds to figures, and takes from them again: by which time it is counted (`at`) and since when it has
 * been known (`moment`, never before `at`). Written by app.recount alone (docs/adr/0038).
 */
export const figureEntries = pgTable(
  "figure_entries",
  {
    countyId: countyId(),
    disputeId: ref("dispute_id").notNull(),
    stationId: ref("station_id").notNull(),
    type: disputeTypeEnum("type").notNull(),
    at: instant("at").notNull(),
    moment: instant("moment").notNull(),
    ...one(),
    /** How many, for mediations that were concluded and for relapses. */
    concluded: smallint("concluded"),
    relapsed: smallint("relapsed"),
    /** Days from acceptance to the end; of a relapse, from the end to it, begun days as whole ones. */
    days: integer("days").notNull().default(0),
    untouched: smallint("untouched"),
  },
  (t) => [
    primaryKey({
      name: "figure_entries_once",
      columns: [t.countyId, t.disputeId, t.stationId, t.at, t.moment, t.days],
    }),
    inCounty("figure_entries_of_dispute", t, t.disputeId, disputes),
    index("figure_entries_by_station").on(t.countyId, t.stationId, t.moment),
  ],
);

/** Sums of entries by month, for each station and for each type of dispute. `scope` is the station's id or the type. */
export const figureMonths = pgTable(
  "figure_months",
  {
    countyId: countyId(),
    scope: text("scope").notNull(),
    /** First days of the months of `at` and of `moment`. */
    atMonth: day("at_month").notNull(),
    momentMonth: day("moment_month").notNull(),
    received: count("received"),
    accepted: count("accepted"),
    notAccepted: count("not_accepted"),
    opened: count("opened"),
    closed: count("closed"),
    agreed: count("agreed"),
    performed: count("performed"),
    resolved: count("resolved"),
    settled: count("settled"),
    succeeded: count("succeeded"),
    taken: count("taken"),
    takenAgreed: count("taken_agreed"),
    due: count("due"),
    dueKept: count("due_kept"),
    calmed: count("calmed"),
    untouched: count("untouched"),
  },
  (t) => [primaryKey({ name: "figure_months_once", columns: [t.countyId, t.scope, t.atMonth, t.momentMonth] })],
);

/** Of each station and pair of months: how many mediations were concluded, and matters relapsed, after so many days. */
export const figureDays = pgTable(
  "figure_days",
  {
    countyId: countyId(),
    stationId: uuid("station_id").notNull(),
    /** "concluded" or "relapsed". */
    kind: text("kind").notNull(),
    atMonth: day("at_month").notNull(),
    momentMonth: day("moment_month").notNull(),
    days: integer("days").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [
    primaryKey({
      name: "figure_days_once",
      columns: [t.countyId, t.stationId, t.atMonth, t.momentMonth, t.kind, t.days],
    }),
  ],
);

/** What is counted of a force; server/statistics/reads/figures.ts says what each means. */
const answers = () => ({
  asked: count("asked"),
  accepted: count("accepted"),
  decided: count("decided"),
  attended: count("attended"),
  expected: count("expected"),
  /** How long each answer took, in whole seconds, ascending. */
  answerSeconds: integer("answer_seconds").array().notNull().default([]),
});

/** What the invitations and held sessions of each dispute add to the figures of forces. Written by app.recount_forces alone. */
export const forceEntries = pgTable(
  "force_entries",
  {
    countyId: countyId(),
    disputeId: ref("dispute_id").notNull(),
    stationId: ref("station_id").notNull(),
    forceCode: text("force_code").notNull(),
    /** When it was asked, or when the session began. */
    at: instant("at").notNull(),
    ...answers(),
  },
  (t) => [
    primaryKey({ name: "force_entries_once", columns: [t.countyId, t.disputeId, t.forceCode, t.at] }),
    inCounty("force_entries_of_dispute", t, t.disputeId, disputes),
    index("force_entries_by_station").on(t.countyId, t.stationId, t.at),
  ],
);

/** Sums of them by station, month and force. */
export const forceMonths = pgTable(
  "force_months",
  {
    countyId: countyId(),
    stationId: ref("station_id").notNull(),
    /** The first day of the month of `at`. */
    month: day("month").notNull(),
    forceCode: text("force_code").notNull(),
    ...answers(),
  },
  (t) => [primaryKey({ name: "force_months_once", columns: [t.countyId, t.stationId, t.month, t.forceCode] })],
);
