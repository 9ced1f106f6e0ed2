import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref } from "./columns";
import { people } from "./people";
import { committees } from "./places";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";

/**
 * A list of archived dossiers that a committee gave to an archive. What it says is fixed when they are given; the worker draws it
 * once. All bytes are in the file store, under their hashes.
 */
export const deposits = pgTable(
  "deposits",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    committeeId: ref("committee_id").notNull(),
    /** Of the day on which they were given, and which list of that year it is. */
    year: smallint("year").notNull(),
    ordinal: smallint("ordinal").notNull(),
    depositedOn: day("deposited_on").notNull(),
    /** Who took them, and where they are kept there. */
    recipient: text("recipient").notNull(),
    location: text("location").notNull(),
    sourceSha256: text("source_sha256").notNull(),
    pdfSha256: text("pdf_sha256"),
    wordSha256: text("word_sha256"),
    depositedBy: ref("deposited_by").notNull(),
    depositedAt: moment("deposited_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("deposits_number_once").on(t.countyId, t.committeeId, t.year, t.ordinal),
    inCounty("deposits_of_committee", t, t.committeeId, committees),
    inCounty("deposits_by_person", t, t.depositedBy, people),
    check(
      "deposits_shape",
      sql`${t.ordinal} > 0 and ${t.depositedOn} between make_date(${t.year}, 1, 1) and make_date(${t.year}, 12, 31) and ${t.recipient} <> '' and ${t.location} <> ''
        and ${t.sourceSha256} ~ '^[0-9a-f]{64}$' and coalesce(${t.pdfSha256}, ${t.sourceSha256}) ~ '^[0-9a-f]{64}$'
        and coalesce(${t.wordSha256}, ${t.sourceSha256}) ~ '^[0-9a-f]{64}$' and (${t.pdfSha256} is null) = (${t.wordSha256} is null)`,
    ),
  ],
);

/** A dossier on such a list; none is on two. */
export const depositedDossiers = pgTable(
  "deposited_dossiers",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    depositId: ref("deposit_id").notNull(),
    /** Its place on the list. */
    position: smallint("position").notNull(),
    /** Numbered pages as it was bound; null where it never was, so that they are counted by hand. */
    pages: integer("pages"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("deposited_dossiers_once").on(t.countyId, t.proceedingId),
    inDispute("deposited_dossiers_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("deposited_dossiers_of_deposit", t, t.depositId, deposits),
    check("deposited_dossiers_shape", sql`${t.position} > 0 and coalesce(${t.pages}, 1) > 0`),
    index("deposited_dossiers_by_deposit").on(t.countyId, t.depositId),
    index("deposited_dossiers_by_dispute").on(t.countyId, t.disputeId),
  ],
);
