import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref } from "./columns";
import { people } from "./people";
import { committees, counties } from "./places";
import { inCounty } from "./references";

/**
 * Statutory clocks and local settings from a day on, of a county or of one committee in it; defaults live in
 * server/rules, bounds in app.rule_bounds(). Only ever added to: of a day's rows the one written last holds.
 */
export const rules = pgTable(
  "rules",
  {
    countyId: countyId().references(() => counties.id),
    id: uuid("id").notNull().default(sql`gen_random_uuid()`),
    /** Null = of the whole county. */
    committeeId: ref("committee_id"),
    key: text("key").notNull(),
    validFrom: day("valid_from").notNull(),
    value: integer("value").notNull(),
    /** The law it rests on; 'local' = a local rule. */
    source: text("source").notNull().default(""),
    /** Null for what was there before people could change rules. */
    changedBy: ref("changed_by"),
    changedAt: moment("changed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index("rules_by_key").on(t.countyId, t.key, t.validFrom),
    inCounty("rules_of_committee", t, t.committeeId, committees),
    inCounty("rules_changed_by_person", t, t.changedBy, people),
    check("rules_changed_whole", sql`(${t.changedBy} is null) = (${t.changedAt} is null)`),
  ],
);

/**
 * Days the State Council's notice (or a local one) makes working or free, beyond the shipped calendar. Only ever added
 * to: of a day's rows the one written last holds.
 */
export const dayOverrides = pgTable(
  "day_overrides",
  {
    countyId: countyId().references(() => counties.id),
    id: uuid("id").notNull().default(sql`gen_random_uuid()`),
    day: day("day").notNull(),
    /** Null = as the shipped calendar has it. */
    isWorkday: boolean("is_workday"),
    note: text("note").notNull().default(""),
    /** Null for what was there before people could enter days off. */
    changedBy: ref("changed_by"),
    changedAt: moment("changed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index("day_overrides_by_day").on(t.countyId, t.day),
    inCounty("day_overrides_changed_by_person", t, t.changedBy, people),
    check("day_overrides_changed_whole", sql`(${t.changedBy} is null) = (${t.changedAt} is null)`),
  ],
);

/** Years whose days off and make-up days a county has entered completely, with the notice they are taken from. */
export const dayYears = pgTable(
  "day_years",
  {
    countyId: countyId().references(() => counties.id),
    id: uuid("id").notNull(),
    year: smallint("year").notNull(),
    notice: text("notice").notNull(),
    enteredBy: ref("entered_by").notNull(),
    enteredAt: moment("entered_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index("day_years_by_year").on(t.countyId, t.year),
    inCounty("day_years_entered_by_person", t, t.enteredBy, people),
    check("day_years_notice_given", sql`length(${t.notice}) between 2 and 200`),
  ],
);
