import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { auditKinds } from "../vocabulary-events";
import { countyId, moment, ref } from "./columns";
import { counties } from "./places";
import { actorKindEnum } from "./words";

/** Head of each hash chain; the row lock orders the appends. Chain = dispute id, or county id for acts without a dispute. */
export const eventHeads = pgTable(
  "event_heads",
  {
    countyId: countyId(),
    chain: ref("chain").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.chain] })],
);

/** The actions that app.audit_trail reads. */
const audited = Object.values(auditKinds)
  .flat()
  .map((action) => `'${action}'`)
  .join(", ");

/** Time line, audit trail and outbox at once. Payload holds words, ids and masked values, never confidential text. */
export const events = pgTable(
  "events",
  {
    countyId: countyId(),
    chain: ref("chain").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    disputeId: ref("dispute_id"),
    proceedingId: ref("proceeding_id"),
    actorId: ref("actor_id"),
    actorKind: actorKindEnum("actor_kind").notNull(),
    action: text("action").notNull(),
    /** Microseconds since 1970, as hashed; the same instant in every time zone. */
    atUs: bigint("at_us", { mode: "number" }).notNull(),
    /** JSON text exactly as hashed. */
    payload: text("payload").notNull(),
    /** SHA-256 over the digests of the rows this act wrote (`content_digests`); null when it wrote none of them. */
    content: text("content"),
    prev: text("prev").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.chain, t.seq] }),
    index("events_by_dispute").on(t.countyId, t.disputeId, t.seq),
    index("events_by_actor").on(t.countyId, t.actorId, t.atUs),
    index("events_audited")
      .on(t.countyId, t.atUs.desc(), t.chain, t.seq.desc())
      .where(sql`${t.action} in (${sql.raw(audited)})`),
  ],
);

/**
 * What each act wrote, row by row, as salted SHA-256 (app.cover_content); the event of the act hashes them. Written by
 * triggers, read by `npm run verify` alone: whoever may read an event must not be able to guess a text from its digest.
 */
export const contentDigests = pgTable(
  "content_digests",
  {
    countyId: countyId(),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    chain: ref("chain").notNull(),
    /** The event's place in its chain; 0 for rows that were there before the chain covered content; null: no event did. */
    seq: bigint("seq", { mode: "number" }),
    /** The transaction that wrote the row: only an event of the same transaction takes the digest up. */
    xact: bigint("xact", { mode: "number" }).notNull(),
    /** Table and key of the row. */
    subject: text("subject").notNull(),
    key: text("key").notNull(),
    /** Which list of columns was hashed (server/audit/parts/covered-content.ts). */
    version: integer("version").notNull(),
    salt: uuid("salt").notNull(),
    /** "-" when the row was deleted. */
    digest: text("digest").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index("content_digests_by_event").on(t.countyId, t.chain, t.seq),
    index("content_digests_by_row").on(t.countyId, t.subject, t.key, t.id),
  ],
);

/** How many rows of a county were there before the chain covered content, and the hash of their digests. */
export const contentBefore = pgTable(
  "content_before",
  {
    countyId: countyId().references(() => counties.id),
    digests: integer("digests").notNull(),
    hash: text("hash").notNull(),
    coveredAt: moment("covered_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId] })],
);

/** Same key and body replays the stored answer; another body is refused. Pruned after 7 days. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    countyId: countyId(),
    actorId: ref("actor_id").notNull(),
    key: uuid("key").notNull(),
    action: text("action").notNull(),
    /** Keyed: a body may hold a phone and nothing else that is unknown. */
    bodyHash: text("body_hash").notNull(),
    response: jsonb("response"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.actorId, t.key] }),
    check("idempotency_keys_body_keyed", sql`${t.bodyHash} ~ '^[A-Za-z0-9_-]{43}$'`),
    index("idempotency_keys_by_age").on(t.createdAt),
  ],
);

/** Gapless numbers: the row lock is the allocation. Scope = station or committee id. */
export const counters = pgTable(
  "counters",
  {
    countyId: countyId(),
    scope: ref("scope").notNull(),
    kind: text("kind").notNull(),
    year: integer("year").notNull(),
    value: integer("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.scope, t.kind, t.year] })],
);

/**
 * Numbers of papers that no row of their own keeps: intake, oral agreement, notices of ending and of refusal, application for
 * no penalty. Given for what the paper is about, another one only once it is void, and never changed; a number of the series is on one paper alone.
 */
export const paperNumbers = pgTable(
  "paper_numbers",
  {
    countyId: countyId(),
    /** Which series: a word of `NumberedPaper`. */
    kind: text("kind").notNull(),
    /** The proceeding, dispute, agreement or application that the paper is about. */
    subjectId: ref("subject_id").notNull(),
    number: text("number").notNull(),
    givenAt: moment("given_at").notNull(),
  },
  (t) => [
    // Of those of a subject one counts (app.check_paper_number).
    primaryKey({ name: "paper_numbers_of_subject", columns: [t.countyId, t.kind, t.subjectId, t.number] }),
    unique("paper_numbers_number_once").on(t.countyId, t.number),
    check(
      "paper_numbers_kind_known",
      sql`${t.kind} in ('intake', 'oralAgreement', 'ending', 'nonAcceptance', 'noPenalty')`,
    ),
  ],
);
