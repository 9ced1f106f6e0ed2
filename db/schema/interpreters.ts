import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { agreements } from "./agreements";
import { countyId, moment, ref } from "./columns";
import { encryptedPhone, isEncrypted } from "./encrypted";
import type { ProposedTime } from "./invitations";
import { parties } from "./parties";
import { people } from "./people";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import { sessions } from "./sessions";
import {
  attendanceEnum,
  declineReasonEnum,
  interpreterKindEnum,
  invitationStatusEnum,
  signatureMeansEnum,
  spokenMeansEnum,
} from "./words";

/**
 * Somebody is asked to interpret or read aloud at one session to come, and what they answered. One question to one person,
 * for however many parties (`interpreters.asking_id`). A yes gives no right to the dispute.
 */
export const interpreterAskings = pgTable(
  "interpreter_askings",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    sessionId: ref("session_id").notNull(),
    /** Somebody of the county; null for somebody from outside. */
    personId: ref("person_id"),
    status: invitationStatusEnum("status").notNull().default("sent"),
    askedBy: ref("asked_by").notNull(),
    askedAt: moment("asked_at").notNull(),
    answerBy: moment("answer_by").notNull(),
    /** When their link was first opened. */
    seenAt: moment("seen_at"),
    answeredAt: moment("answered_at"),
    declineReason: declineReasonEnum("decline_reason"),
    declineNote: text("decline_note").notNull().default(""),
    proposals: jsonb("proposals").$type<ProposedTime[]>().notNull().default([]),
    proposalNote: text("proposal_note").notNull().default(""),
    proposedAt: moment("proposed_at"),
    /** How they answered, where somebody heard it and entered it: who said it, who entered it, and when. */
    spokenMeans: spokenMeansEnum("spoken_means"),
    saidBy: text("said_by").notNull().default(""),
    enteredBy: ref("entered_by"),
    enteredAt: moment("entered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("interpreter_askings_within_dispute").on(t.countyId, t.disputeId, t.id),
    inDispute("interpreter_askings_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("interpreter_askings_to_session", t, t.sessionId, sessions),
    inCounty("interpreter_askings_person", t, t.personId, people),
    inCounty("interpreter_askings_asked_by", t, t.askedBy, people),
    inCounty("interpreter_askings_entered_by", t, t.enteredBy, people),
    check(
      "interpreter_askings_status",
      sql`${t.status} in ('sent', 'accepted', 'declined', 'expired', 'withdrawn')
        and (${t.status} in ('accepted', 'declined')) = (${t.answeredAt} is not null)`,
    ),
    check("interpreter_askings_no_has_reason", sql`(${t.status} = 'declined') = (${t.declineReason} is not null)`),
    check("interpreter_askings_answer_by_after_asked", sql`${t.answerBy} > ${t.askedAt}`),
    check(
      "interpreter_askings_proposal_has_times",
      sql`(${t.proposedAt} is not null) = (jsonb_array_length(${t.proposals}) > 0)`,
    ),
    check(
      "interpreter_askings_spoken_whole",
      sql`case when ${t.spokenMeans} is null then num_nonnulls(${t.enteredBy}, ${t.enteredAt}) = 0 and ${t.saidBy} = ''
        else num_nonnulls(${t.enteredBy}, ${t.enteredAt}, ${t.answeredAt}) = 3 and ${t.saidBy} <> ''
          and ${t.answeredAt} between ${t.askedAt} and ${t.enteredAt} end`,
    ),
    uniqueIndex("interpreter_askings_once_per_person")
      .on(t.countyId, t.sessionId, t.personId)
      .where(sql`${t.status} in ('sent', 'accepted') and ${t.personId} is not null`),
    index("interpreter_askings_by_session").on(t.countyId, t.sessionId),
    index("interpreter_askings_by_person").on(t.countyId, t.personId).where(sql`${t.personId} is not null`),
  ],
);

/**
 * Who interprets for a party, or reads to them, at one session or of one agreement: a person of the county or somebody from
 * outside by name and phone. They take no side and have no vote; a row is one person for one party. A witness is there for
 * nobody in particular.
 */
export const interpreters = pgTable(
  "interpreters",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    sessionId: ref("session_id"),
    agreementId: ref("agreement_id"),
    /** The question they were asked; null of an agreement, and of a session that had begun. */
    askingId: ref("asking_id"),
    /** For whom; null of a witness. */
    partyId: ref("party_id"),
    kind: interpreterKindEnum("kind").notNull(),
    /** Which language; empty for sign language and for reading. */
    language: text("language").notNull().default(""),
    personId: ref("person_id"),
    /** Of somebody from outside. */
    name: text("name").notNull().default(""),
    ...encryptedPhone(),
    /** What ties somebody from outside to a party, in words; empty where nothing does. */
    tie: text("tie").notNull().default(""),
    /** The parties who know it and agree all the same. */
    agreedPartyIds: uuid("agreed_party_ids").array().notNull().default([]),
    namedBy: ref("named_by").notNull(),
    namedAt: moment("named_at").notNull(),
    /** When somebody from outside was last told of the session by mouth, by whom, and which start. */
    toldMeans: spokenMeansEnum("told_means"),
    toldStartsAt: moment("told_starts_at"),
    toldAt: moment("told_at"),
    toldBy: ref("told_by"),
    attendance: attendanceEnum("attendance").notNull().default("expected"),
    /** How they signed the paper; null for a reader of whom only the reading is noted. */
    means: signatureMeansEnum("means"),
    signedAt: moment("signed_at"),
    /** What was drawn on a screen, as strokes of points [x, y]; null where it stands on paper. */
    strokes: jsonb("strokes"),
    /** Signed by their link, on a phone of their own. */
    isByLink: boolean("is_by_link").notNull().default(false),
    recordedBy: ref("recorded_by"),
    endedAt: moment("ended_at"),
    endedBy: ref("ended_by"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("interpreters_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("interpreters_of_session", t, t.sessionId, sessions),
    inDispute("interpreters_of_agreement", t, t.agreementId, agreements),
    inDispute("interpreters_by_asking", t, t.askingId, interpreterAskings),
    inDispute("interpreters_for_party", t, t.partyId, parties),
    inCounty("interpreters_person", t, t.personId, people),
    inCounty("interpreters_named_by", t, t.namedBy, people),
    inCounty("interpreters_told_by", t, t.toldBy, people),
    inCounty("interpreters_recorded_by", t, t.recordedBy, people),
    inCounty("interpreters_ended_by", t, t.endedBy, people),
    check("interpreters_one_place", sql`num_nonnulls(${t.sessionId}, ${t.agreementId}) = 1`),
    check("interpreters_witness_for_nobody", sql`(${t.kind} = 'witness') = (${t.partyId} is null)`),
    check("interpreters_language_named", sql`(${t.kind} = 'spoken') = (btrim(${t.language}) <> '')`),
    check(
      "interpreters_one_person",
      sql`(${t.personId} is null) = (btrim(${t.name}) <> '') and (${t.personId} is null or ${t.tie} = '' and ${t.phone} = '' and cardinality(${t.agreedPartyIds}) = 0)`,
    ),
    check("interpreters_phone_encrypted", isEncrypted(t.phone, t.phoneHash, t.phoneLineHash, t.phoneEndHash)),
    check(
      "interpreters_told_whole",
      sql`num_nulls(${t.toldMeans}, ${t.toldStartsAt}, ${t.toldAt}, ${t.toldBy}) in (0, 4) and (${t.toldAt} is null or ${t.sessionId} is not null)`,
    ),
    check("interpreters_present_at_session", sql`${t.attendance} = 'expected' or ${t.sessionId} is not null`),
    check(
      "interpreters_signed_whole",
      sql`(${t.signedAt} is null) = (${t.recordedBy} is null) and (${t.signedAt} is null or ${t.agreementId} is not null)
        and case when ${t.signedAt} is null then ${t.means} is null else ${t.means} is not null or ${t.kind} = 'reader' end`,
    ),
    check(
      "interpreters_drawn_by_hand",
      sql`(${t.strokes} is null or ${t.means} is not distinct from 'sign') and (not ${t.isByLink} or ${t.strokes} is not null)`,
    ),
    // Ended by nobody else where they said no or did not answer.
    check("interpreters_ended_whole", sql`${t.endedAt} is not null or ${t.endedBy} is null`),
    check("interpreters_asked_to_session", sql`${t.askingId} is null or ${t.sessionId} is not null`),
    uniqueIndex("interpreters_once")
      .on(
        t.countyId,
        sql`coalesce(${t.sessionId}, ${t.agreementId})`,
        sql`coalesce(${t.partyId}::text, '')`,
        t.kind,
        sql`coalesce(${t.personId}::text, ${t.name})`,
      )
      .where(sql`${t.endedAt} is null`),
    index("interpreters_by_session").on(t.countyId, t.sessionId).where(sql`${t.sessionId} is not null`),
    index("interpreters_by_agreement").on(t.countyId, t.agreementId).where(sql`${t.agreementId} is not null`),
    index("interpreters_of_asking").on(t.countyId, t.askingId).where(sql`${t.askingId} is not null`),
    index("interpreters_by_person").on(t.countyId, t.personId).where(sql`${t.personId} is not null`),
    index("interpreters_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** That a party needs one, as somebody has noted it; the latest row of a party counts, and without a kind it needs none. */
export const interpretingNeeds = pgTable(
  "interpreting_needs",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    partyId: ref("party_id").notNull(),
    kind: interpreterKindEnum("kind"),
    language: text("language").notNull().default(""),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("interpreting_needs_in_proceeding", t, t.proceedingId, proceedings),
    inDispute("interpreting_needs_of_party", t, t.partyId, parties),
    inCounty("interpreting_needs_recorded_by", t, t.recordedBy, people),
    check("interpreting_needs_help", sql`${t.kind} is distinct from 'witness'`),
    check(
      "interpreting_needs_language_named",
      sql`(${t.kind} is not distinct from 'spoken') = (btrim(${t.language}) <> '')`,
    ),
    index("interpreting_needs_by_party").on(t.countyId, t.partyId, t.recordedAt),
    index("interpreting_needs_by_dispute").on(t.countyId, t.disputeId),
  ],
);
