import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { interpreterAskings } from "./interpreters";
import { forces, people } from "./people";
import { proceedings } from "./proceedings";
import { byColumns, inCounty, inDispute } from "./references";
import { sessions } from "./sessions";
import { signingRequests } from "./signing";
import { declineReasonEnum, invitationStatusEnum, spokenMeansEnum } from "./words";

/** A time an invitee is offered, frozen into the invitation: they read it before they may reach the session. Instants are ISO text. */
export interface OfferedTime {
  startsAt: string;
  endsAt: string;
  room: string;
  point: string;
  address: string;
  /** Held by video: room, point and address are "". */
  isVideo?: boolean;
  /** Whether this is the time held for everyone; about the others people are only asked. */
  isHeld: boolean;
  /** How many of those asked could not come then, as known at sending; absent when it was not worked out. */
  missing?: number;
  /** Of how many of them nobody knows. */
  unknown?: number;
}

/** A time the invitee proposes instead. */
export interface ProposedTime {
  startsAt: string;
  endsAt: string;
}

/** Asking one of the eight (or another) to help. Carries only what an invitee may know before accepting. */
export const invitations = pgTable(
  "invitations",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    personId: ref("person_id").notNull(),
    forceCode: text("force_code").notNull(),
    roleAsked: text("role_asked").notNull().default(""),
    neutralSummary: text("neutral_summary").notNull(),
    /** Names for the conflict check, frozen at sending, with sides: "1:刘玉芬". */
    partyNames: text("party_names").array().notNull(),
    status: invitationStatusEnum("status").notNull().default("sent"),
    sentBy: ref("sent_by").notNull(),
    sentAt: moment("sent_at").notNull(),
    answerBy: moment("answer_by").notNull(),
    seenAt: moment("seen_at"),
    answeredAt: moment("answered_at"),
    /** The invitee's own statement that no tie to any party exists; required to accept. */
    noTieDeclared: text("no_tie_declared"),
    declineReason: declineReasonEnum("decline_reason"),
    declineNote: text("decline_note").notNull().default(""),
    replacesId: ref("replaces_id"),
    /** The session they are asked to; null while only their help as such is asked. */
    sessionId: ref("session_id"),
    /** Whether the session is to be held without them. */
    isRequired: boolean("is_required").notNull().default(true),
    offers: jsonb("offers").$type<OfferedTime[]>().notNull().default([]),
    proposals: jsonb("proposals").$type<ProposedTime[]>().notNull().default([]),
    proposalNote: text("proposal_note").notNull().default(""),
    proposedAt: moment("proposed_at"),
    /** They disclosed a tie, and every party has yet to say whether it minds. */
    disclosedAt: moment("disclosed_at"),
    /** How they answered, where they neither signed in nor used a link: somebody heard it and entered it. */
    spokenMeans: spokenMeansEnum("spoken_means"),
    /** Who said it, in words: the invitee or somebody who spoke for them. */
    saidBy: text("said_by").notNull().default(""),
    /** Who entered the answer, and when; `answered_at` is when it was given. */
    enteredBy: ref("entered_by"),
    enteredAt: moment("entered_at"),
    /** The colleague they named instead of themselves. */
    deputyId: ref("deputy_id"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("invitations_within_dispute").on(t.countyId, t.disputeId, t.id),
    uniqueIndex("invitations_once_per_person")
      .on(t.countyId, t.proceedingId, t.personId)
      .where(sql`${t.status} in ('sent', 'seen', 'accepted')`),
    inDispute("invitations_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("invitations_to_person", t, t.personId, people),
    byColumns("invitations_to_force", [t.countyId, t.forceCode], [forces.countyId, forces.code]),
    inDispute("invitations_replaces", t, t.replacesId, t),
    inDispute("invitations_to_session", t, t.sessionId, sessions),
    inCounty("invitations_deputy_known", t, t.deputyId, people),
    check("invitations_decline_has_reason", sql`(${t.status} = 'declined') = (${t.declineReason} is not null)`),
    check(
      "invitations_answered_when_answered",
      sql`(${t.status} in ('accepted', 'declined', 'recused')) = (${t.answeredAt} is not null)`,
    ),
    check(
      "invitations_spoken_whole",
      sql`case when ${t.spokenMeans} is null then num_nonnulls(${t.enteredBy}, ${t.enteredAt}) = 0 and ${t.saidBy} = ''
        else num_nonnulls(${t.enteredBy}, ${t.enteredAt}, ${t.answeredAt}) = 3 and ${t.saidBy} <> ''
          and ${t.answeredAt} between ${t.sentAt} and ${t.enteredAt} end`,
    ),
    inCounty("invitations_entered_by", t, t.enteredBy, people),
    check(
      "invitations_accept_declares_no_tie",
      sql`${t.status} not in ('accepted', 'recused') or ${t.noTieDeclared} is not null`,
    ),
    check("invitations_answer_by_after_sent", sql`${t.answerBy} > ${t.sentAt}`),
    index("invitations_by_person").on(t.countyId, t.personId, t.id),
    index("invitations_by_person_and_time").on(t.countyId, t.personId, t.sentAt),
    index("invitations_by_time").on(t.countyId, t.sentAt),
    index("invitations_waiting").on(t.countyId, t.personId).where(sql`${t.status} in ('sent', 'seen')`),
    index("invitations_by_proceeding").on(t.countyId, t.proceedingId),
    check(
      "invitations_proposal_has_times",
      sql`(${t.proposedAt} is not null) = (jsonb_array_length(${t.proposals}) > 0)`,
    ),
    index("invitations_by_session").on(t.countyId, t.sessionId),
    index("invitations_open").on(t.countyId, t.answerBy).where(sql`${t.status} in ('sent', 'seen')`),
  ],
);

/**
 * Access to one invitation, or to one question to an interpreter, for a person without an account. The link's fragment holds the token, this table only
 * its SHA-256; a second factor (last digits of their phone) opens a short visit that can do nothing else.
 */
export const invitationLinks = pgTable(
  "invitation_links",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    invitationId: ref("invitation_id"),
    /** A row of interpreter_askings, instead. */
    askingId: ref("asking_id"),
    /** A row of signing_requests, instead. */
    requestId: ref("request_id"),
    tokenHash: text("token_hash").notNull(),
    /** SHA-256 of the short code printed beside the QR code on paper; it opens the same invitation. */
    codeHash: text("code_hash"),
    createdBy: ref("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    /** How many wrong second factors are still allowed; at 0 the link no longer works. */
    triesLeft: smallint("tries_left").notNull().default(5),
    /** SHA-256 of the visit's id, once the second factor was right; a second visit replaces the first. */
    visitHash: text("visit_hash"),
    visitExpiresAt: moment("visit_expires_at"),
    /** When the answer was given; the link is used up from then on. */
    usedAt: moment("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("invitation_links_token_once").on(t.tokenHash),
    unique("invitation_links_code_once").on(t.codeHash),
    unique("invitation_links_visit_once").on(t.visitHash),
    inDispute("invitation_links_of_invitation", t, t.invitationId, invitations),
    inDispute("invitation_links_of_asking", t, t.askingId, interpreterAskings),
    inDispute("invitation_links_of_request", t, t.requestId, signingRequests),
    check("invitation_links_open_one_thing", sql`num_nonnulls(${t.invitationId}, ${t.askingId}, ${t.requestId}) = 1`),
    uniqueIndex("invitation_links_one_live")
      .on(t.countyId, sql`coalesce(${t.invitationId}, ${t.askingId}, ${t.requestId})`)
      .where(sql`${t.revokedAt} is null`),
    check("invitation_links_tries_range", sql`${t.triesLeft} between 0 and 5`),
    check("invitation_links_visit_whole", sql`(${t.visitHash} is null) = (${t.visitExpiresAt} is null)`),
  ],
);
