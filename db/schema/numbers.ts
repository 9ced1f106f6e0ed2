import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref } from "./columns";
import { people } from "./people";
import { inCounty } from "./references";

/** The last number of a series that was given on paper, before it was counted here. Only ever added to, and only upward. */
export const numberStarts = pgTable(
  "number_starts",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    /** The committee or station whose numbers they are, as in `counters`. */
    scope: ref("scope").notNull(),
    kind: text("kind").notNull(),
    year: smallint("year").notNull(),
    lastUsed: integer("last_used").notNull(),
    /** Where it stands: the register, the last paper. */
    proof: text("proof").notNull(),
    setBy: ref("set_by").notNull(),
    setAt: moment("set_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index("number_starts_by_series").on(t.countyId, t.scope, t.kind, t.year),
    inCounty("number_starts_set_by_person", t, t.setBy, people),
    check("number_starts_range", sql`${t.lastUsed} between 1 and 99999 and ${t.year} between 2000 and 2100`),
    check("number_starts_series", sql`${t.kind} ~ '^[a-zA-Z]+([.][a-zA-Z]+)?$'`),
    check("number_starts_proof_given", sql`length(${t.proof}) between 2 and 200`),
  ],
);

/** How the numbers of a series are written from a day on. Only ever added to: of a day's rows the one written last holds. */
export const numberPatterns = pgTable(
  "number_patterns",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    scope: ref("scope").notNull(),
    kind: text("kind").notNull(),
    /** With the fields {yyyy}, {word} and {n} or {n:3}. */
    pattern: text("pattern").notNull(),
    validFrom: day("valid_from").notNull(),
    setBy: ref("set_by").notNull(),
    setAt: moment("set_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index("number_patterns_by_series").on(t.countyId, t.scope, t.kind, t.validFrom),
    inCounty("number_patterns_set_by_person", t, t.setBy, people),
    check(
      "number_patterns_whole",
      sql`length(${t.pattern}) between 8 and 60 and ${t.pattern} like '%{yyyy}%' and ${t.pattern} like '%{word}%' and ${t.pattern} ~ '[{]n(:[1-6])?[}]'`,
    ),
    check("number_patterns_series", sql`${t.kind} ~ '^[a-zA-Z]+([.][a-zA-Z]+)?$'`),
  ],
);

/** Numbers that were given and count no more, with the reason. What was withdrawn with its agreement says so there. */
export const numberVoids = pgTable(
  "number_voids",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    /** The committee or station whose numbers they are, and the series, as in `counters`. */
    scope: ref("scope").notNull(),
    kind: text("kind").notNull(),
    /** As it was printed. */
    number: text("number").notNull(),
    /** What it was given for, as in `paper_numbers`; of a dossier its proceeding. */
    subjectId: ref("subject_id").notNull(),
    reason: text("reason").notNull(),
    voidedBy: ref("voided_by").notNull(),
    voidedAt: moment("voided_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("number_voids_once").on(t.countyId, t.number),
    index("number_voids_by_scope").on(t.countyId, t.scope, t.voidedAt),
    index("number_voids_by_subject").on(t.countyId, t.subjectId),
    inCounty("number_voids_by_person", t, t.voidedBy, people),
  ],
);
