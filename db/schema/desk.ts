import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { assignments } from "./assignments";
import { countyId, moment, ref } from "./columns";
import { parties, partyLinks } from "./parties";
import { people } from "./people";
import { performances } from "./performance";
import { proceedings } from "./proceedings";
import { byColumns, inCounty, inDispute } from "./references";
import { sessions } from "./sessions";
import {
  cardKindEnum,
  cardStateEnum,
  fileKindEnum,
  harmKindEnum,
  laneEnum,
  paperKindEnum,
  pollStatusEnum,
  signatureMeansEnum,
} from "./words";

/** A card of the session desk, in a lane and a column: who said what. A counter-offer names the proposal it answers. */
export const deskCards = pgTable(
  "desk_cards",
  {
    countyId: countyId(),
    /** Made by the browser, so that a card written offline and sent twice is still one card. */
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    sessionId: ref("session_id").notNull(),
    lane: laneEnum("lane").notNull(),
    side: smallint("side"),
    kind: cardKindEnum("kind").notNull(),
    /** The party or person who spoke; both null for a note of the mediator's own. */
    partyId: ref("party_id"),
    personId: ref("person_id"),
    text: text("text").notNull(),
    state: cardStateEnum("state").notNull().default("live"),
    answersId: ref("answers_id"),
    authorId: ref("author_id").notNull(),
    writtenAt: moment("written_at").notNull(),
    changedAt: moment("changed_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("desk_cards_within_session").on(t.countyId, t.sessionId, t.id),
    inDispute("desk_cards_of_session", t, t.sessionId, sessions),
    inDispute("desk_cards_by_party", t, t.partyId, parties),
    inCounty("desk_cards_by_person", t, t.personId, people),
    inCounty("desk_cards_by_author", t, t.authorId, people),
    byColumns("desk_cards_answers", [t.countyId, t.sessionId, t.answersId], [t.countyId, t.sessionId, t.id]),
    check("desk_cards_side_lane_names_side", sql`(${t.lane} = 'side') = (${t.side} is not null)`),
    check("desk_cards_one_speaker", sql`num_nonnulls(${t.partyId}, ${t.personId}) <= 1`),
    check("desk_cards_answer_is_proposal", sql`${t.answersId} is null or ${t.kind} = 'proposal'`),
    index("desk_cards_by_session").on(t.countyId, t.sessionId, t.writtenAt),
  ],
);

/** One number put to two or more sides in secret. All learn "deal" or "no deal"; nobody learns who refused. */
export const numberPolls = pgTable(
  "number_polls",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    sessionId: ref("session_id").notNull(),
    question: text("question").notNull(),
    amountFen: bigint("amount_fen", { mode: "number" }).notNull(),
    sides: smallint("sides").array().notNull(),
    status: pollStatusEnum("status").notNull().default("open"),
    openedBy: ref("opened_by").notNull(),
    openedAt: moment("opened_at").notNull(),
    closedAt: moment("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("number_polls_of_session", t, t.sessionId, sessions),
    check("number_polls_amount_positive", sql`${t.amountFen} > 0`),
    check("number_polls_two_sides", sql`cardinality(${t.sides}) >= 2`),
    check("number_polls_closed_has_time", sql`(${t.status} = 'open') = (${t.closedAt} is null)`),
    uniqueIndex("number_polls_one_open").on(t.countyId, t.sessionId).where(sql`${t.status} = 'open'`),
  ],
);

/** A side's secret answer. Nobody may read it; a trigger counts, decides when all are in, and wipes them. */
export const numberAnswers = pgTable(
  "number_answers",
  {
    countyId: countyId(),
    pollId: ref("poll_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    side: smallint("side").notNull(),
    accepts: boolean("accepts").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.pollId, t.side] }),
    inCounty("number_answers_of_poll", t, t.pollId, numberPolls),
  ],
);

/** Facts nobody disputes, written down to be signed apart from any agreement. A new list is a new statement. */
export const factStatements = pgTable(
  "fact_statements",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    sessionId: ref("session_id").notNull(),
    ordinal: smallint("ordinal").notNull(),
    lines: text("lines").array().notNull(),
    writtenBy: ref("written_by").notNull(),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("fact_statements_within_dispute").on(t.countyId, t.disputeId, t.id),
    unique("fact_statements_ordinal_once").on(t.countyId, t.sessionId, t.ordinal),
    inDispute("fact_statements_of_session", t, t.sessionId, sessions),
    check("fact_statements_not_empty", sql`cardinality(${t.lines}) between 1 and 30`),
  ],
);

/** A party's signature under a statement of facts. */
export const factSignatures = pgTable(
  "fact_signatures",
  {
    countyId: countyId(),
    statementId: ref("statement_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    means: signatureMeansEnum("means").notNull(),
    /** Agent, guardian or representative who signed for the party; null: the party. */
    signedByLinkId: ref("signed_by_link_id"),
    /** The drawn signature as points, if it was drawn. */
    strokes: jsonb("strokes"),
    recordedBy: ref("recorded_by").notNull(),
    signedAt: moment("signed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.statementId, t.partyId] }),
    inDispute("fact_signatures_of_statement", t, t.statementId, factStatements),
    inDispute("fact_signatures_of_party", t, t.partyId, parties),
    inCounty("fact_signatures_signed_by", t, t.signedByLinkId, partyLinks),
  ],
);

/** A photo, recording or paper, in a lane. The bytes are in the file store under their SHA-256. */
export const files = pgTable(
  "files",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    /** Its session's, else the dispute's latest when it was added; set by a trigger. */
    proceedingId: ref("proceeding_id"),
    sessionId: ref("session_id"),
    lane: laneEnum("lane").notNull(),
    side: smallint("side"),
    /** The task of a coordination that it proves; in the open lane then, and read by whoever reads the task. */
    assignmentId: ref("assignment_id"),
    /** The entry of the ledger that it proves; in the open lane then, as a paper of the dispute. */
    performanceId: ref("performance_id"),
    kind: fileKindEnum("kind").notNull(),
    name: text("name").notNull(),
    mime: text("mime").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    /** The bytes of the same picture, small, for lists; null of what is no picture. */
    smallSha256: text("small_sha256"),
    addedBy: ref("added_by").notNull(),
    addedAt: moment("added_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("files_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("files_of_session", t, t.sessionId, sessions),
    inCounty("files_added_by", t, t.addedBy, people),
    inCounty("files_of_assignment", t, t.assignmentId, assignments),
    inCounty("files_of_performance", t, t.performanceId, performances),
    check("files_of_assignment_open", sql`${t.assignmentId} is null or ${t.lane} = 'open' and ${t.sessionId} is null`),
    check(
      "files_of_performance_open",
      sql`${t.performanceId} is null or ${t.lane} = 'open' and ${t.sessionId} is null and ${t.assignmentId} is null`,
    ),
    check("files_side_lane_names_side", sql`(${t.lane} = 'side') = (${t.side} is not null)`),
    check("files_bytes_range", sql`${t.bytes} between 1 and 20971520`),
    check("files_sha256_shape", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check("files_small_sha256_shape", sql`${t.smallSha256} ~ '^[0-9a-f]{64}$'`),
    index("files_by_performance").on(t.countyId, t.performanceId).where(sql`${t.performanceId} is not null`),
    index("files_by_dispute").on(t.countyId, t.disputeId, t.addedAt),
  ],
);

/**
 * Where a file comes from: who handed it in, whether it is the original, where and when it was made. A correction is a new row;
 * the newest one counts, and all of them stay.
 */
export const fileOrigins = pgTable(
  "file_origins",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    fileId: ref("file_id").notNull(),
    /** As said; empty where nobody knows. */
    provider: text("provider").notNull(),
    /** Null where it was not said. */
    isOriginal: boolean("is_original"),
    place: text("place").notNull(),
    madeOn: date("made_on", { mode: "string" }),
    /** The official paper of which it is the signed one, on paper, scanned or photographed; null of anything else. */
    paperKind: paperKindEnum("paper_kind"),
    saidBy: ref("said_by").notNull(),
    saidAt: moment("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("file_origins_of_file", t, t.fileId, files),
    inCounty("file_origins_said_by", t, t.saidBy, people),
    check(
      "file_origins_say_something",
      sql`btrim(${t.provider}) <> '' or btrim(${t.place}) <> '' or ${t.isOriginal} is not null or ${t.madeOn} is not null
        or ${t.paperKind} is not null`,
    ),
    check(
      "file_origins_of_signed_paper",
      sql`${t.paperKind} not in ('cover', 'contents', 'evidence', 'back', 'dossier')`,
    ),
    index("file_origins_by_dispute").on(t.countyId, t.disputeId, t.fileId, t.saidAt),
  ],
);

/** A helper's opinion, signed; to the table or to the mediator alone. */
export const opinions = pgTable(
  "opinions",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    sessionId: ref("session_id").notNull(),
    personId: ref("person_id").notNull(),
    lane: laneEnum("lane").notNull(),
    text: text("text").notNull(),
    signedAt: moment("signed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("opinions_of_session", t, t.sessionId, sessions),
    inCounty("opinions_by_person", t, t.personId, people),
    check("opinions_lane_allowed", sql`${t.lane} in ('joint', 'mediator')`),
    index("opinions_by_session").on(t.countyId, t.sessionId, t.signedAt),
  ],
);

/** What had to be told to the station although it was said in confidence: danger of harm, with the reason. */
export const harmReports = pgTable(
  "harm_reports",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    sessionId: ref("session_id"),
    kind: harmKindEnum("kind").notNull(),
    /** The words that had to be told, no more. */
    text: text("text").notNull(),
    reason: text("reason").notNull(),
    reportedBy: ref("reported_by").notNull(),
    reportedAt: moment("reported_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("harm_reports_of_session", t, t.sessionId, sessions),
    inCounty("harm_reports_by_person", t, t.reportedBy, people),
    check("harm_reports_reason_given", sql`btrim(${t.reason}) <> ''`),
    index("harm_reports_by_dispute").on(t.countyId, t.disputeId, t.reportedAt),
  ],
);
