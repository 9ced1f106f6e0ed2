import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { agreements } from "./agreements";
import { countyId, moment, ref } from "./columns";
import { disputes } from "./disputes";
import { people } from "./people";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import { paperKindEnum, paperStateEnum } from "./words";

/**
 * Official papers that somebody asked for. What a paper says is fixed when it is asked for, from what that person may read, so
 * that it is theirs alone; the worker draws it. A dossier, which binds all of them, has no Word file. All bytes are in the file store, under their hashes.
 */
export const papers = pgTable(
  "papers",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    /** Null for a matter that was not taken up. */
    proceedingId: ref("proceeding_id"),
    kind: paperKindEnum("kind").notNull(),
    /** The session, agreement, party, visit or payment it is about, where a proceeding has several. */
    subjectId: ref("subject_id"),
    title: text("title").notNull(),
    state: paperStateEnum("state").notNull().default("asked"),
    /** What the paper needs and the matter does not hold: codes, and of whom. */
    lacks: jsonb("lacks").$type<{ code: string; of?: string }[]>().notNull(),
    /** Its words, before they are drawn. */
    sourceSha256: text("source_sha256").notNull(),
    pdfSha256: text("pdf_sha256"),
    wordSha256: text("word_sha256"),
    /** Problem code with its values, for a paper that could not be drawn. */
    problem: jsonb("problem").$type<{ code: string; params: Record<string, string | number> }>(),
    askedBy: ref("asked_by").notNull(),
    askedAt: moment("asked_at").notNull(),
    settledAt: moment("settled_at"),
    /** How much of it the worker has drawn, in hundredths. */
    progress: smallint("progress").notNull().default(0),
    /** How many numbered pages a dossier has that was bound. */
    pages: integer("pages"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("papers_of_dispute", t, t.disputeId, disputes),
    inDispute("papers_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("papers_asked_by", t, t.askedBy, people),
    check(
      "papers_state_whole",
      sql`(${t.state} = 'asked') = (${t.settledAt} is null) and (${t.state} = 'failed') = (${t.problem} is not null)
        and (${t.state} = 'made') = (${t.pdfSha256} is not null)
        and (${t.state} = 'made' and ${t.kind} <> 'dossier') = (${t.wordSha256} is not null)`,
    ),
    check(
      "papers_pages_counted",
      sql`coalesce(${t.pages}, 1) > 0 and (${t.pages} is null or ${t.kind} = 'dossier' and ${t.state} = 'made')`,
    ),
    check("papers_progress_range", sql`${t.progress} between 0 and 100`),
    check(
      "papers_hashes_shape",
      sql`${t.sourceSha256} ~ '^[0-9a-f]{64}$' and coalesce(${t.pdfSha256}, ${t.sourceSha256}) ~ '^[0-9a-f]{64}$'
        and coalesce(${t.wordSha256}, ${t.sourceSha256}) ~ '^[0-9a-f]{64}$'`,
    ),
    index("papers_by_dispute").on(t.countyId, t.disputeId, t.askedBy, t.askedAt),
  ],
);

/**
 * The agreement as it was sealed: a PDF that the worker draws from the words that were signed and signs with the committee's
 * certificate. Written once, by the system, when the committee has sealed; the bytes are in the file store.
 */
export const sealedPapers = pgTable(
  "sealed_papers",
  {
    countyId: countyId(),
    agreementId: ref("agreement_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    /** Printed on the paper; whoever types it learns that the paper is sealed and by whom, and nothing of the matter. */
    code: text("code").notNull(),
    /** Whose seal it is, as the certificate says it. */
    committeeName: text("committee_name").notNull(),
    pdfSha256: text("pdf_sha256").notNull(),
    bytes: integer("bytes").notNull(),
    /** SHA-256 of the certificate it is signed with. */
    certificateSha256: text("certificate_sha256").notNull(),
    /** When the committee sealed, and when the file was signed. */
    sealedAt: moment("sealed_at").notNull(),
    signedAt: moment("signed_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "sealed_papers_once", columns: [t.countyId, t.agreementId] }),
    inDispute("sealed_papers_of_agreement", t, t.agreementId, agreements),
    check(
      "sealed_papers_shape",
      sql`${t.code} ~ '^[2-9A-HJKMNP-TV-Z]{12}$' and ${t.pdfSha256} ~ '^[0-9a-f]{64}$' and ${t.certificateSha256} ~ '^[0-9a-f]{64}$'
        and ${t.bytes} > 0 and ${t.committeeName} <> '' and ${t.signedAt} >= ${t.sealedAt}`,
    ),
    uniqueIndex("sealed_papers_code_once").on(t.countyId, t.code),
    index("sealed_papers_by_code").on(t.code),
    index("sealed_papers_by_hash").on(t.pdfSha256),
    index("sealed_papers_by_dispute").on(t.countyId, t.disputeId),
  ],
);
