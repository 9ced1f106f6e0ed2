import { sql } from "drizzle-orm";
import { bigint, check, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref } from "./columns";
import { people } from "./people";
import { committees } from "./places";
import { inCounty } from "./references";

/**
 * A month's case subsidies as a committee handed them over. What the sheet says lies in the file store under its hash and never
 * changes; what turns out otherwise later stands as a correction on the sheet of a later month.
 */
export const subsidySheets = pgTable(
  "subsidy_sheets",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    committeeId: ref("committee_id").notNull(),
    /** Its first day. */
    month: day("month").notNull(),
    handedOn: day("handed_on").notNull(),
    /** Who took it. */
    recipient: text("recipient").notNull(),
    sourceSha256: text("source_sha256").notNull(),
    /** Matters on it, and what it comes to with its corrections. */
    matters: integer("matters").notNull(),
    sumFen: bigint("sum_fen", { mode: "number" }).notNull(),
    handedBy: ref("handed_by").notNull(),
    handedAt: moment("handed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("subsidy_sheets_once_a_month").on(t.countyId, t.committeeId, t.month),
    inCounty("subsidy_sheets_of_committee", t, t.committeeId, committees),
    inCounty("subsidy_sheets_by_person", t, t.handedBy, people),
    check(
      "subsidy_sheets_shape",
      sql`${t.month}::text like '____-__-01' and ${t.recipient} <> '' and ${t.matters} >= 0 and ${t.sourceSha256} ~ '^[0-9a-f]{64}$'`,
    ),
  ],
);
