import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import { countyId, day, moment, ref } from "./columns";
import { disputes } from "./disputes";
import { parties, partyLinks } from "./parties";
import { forces, people } from "./people";
import { committees, stations } from "./places";
import { byColumns, inCounty, inDispute } from "./references";
import {
  consentAnswerEnum,
  consentSubjectEnum,
  leadRequestMeansEnum,
  mediationFailureEnum,
  nextStepEnum,
  noticeMeansEnum,
  otherRouteEnum,
  outcomeEnum,
  proceedingStatusEnum,
  retentionClassEnum,
  trackEnum,
} from "./words";

/** That somebody tried to reach a party: on a day ('YYYY-MM-DD'), in a way of server/disputes/choices.ts, with what came of it. */
export interface ReachAttempt {
  partyId: string;
  triedOn: string;
  means: string;
  note: string;
}

/** One attempt on one track. Open ones always have a lead and a next step with an owner and a due time. */
export const proceedings = pgTable(
  "proceedings",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    ordinal: smallint("ordinal").notNull(),
    track: trackEnum("track").notNull(),
    status: proceedingStatusEnum("status").notNull(),
    stationId: ref("station_id").notNull(),
    committeeId: ref("committee_id").notNull(),
    /** The "1": lead person, and the Party branch or unit that leads. */
    leadPersonId: ref("lead_person_id").notNull(),
    leadUnit: text("lead_unit").notNull(),
    assistantId: ref("assistant_id"),
    /** When its acceptance was entered; figures and numbers go by it. */
    acceptedAt: moment("accepted_at").notNull(),
    /** The day on which it was taken up, where that was entered later: in the street before midnight, on a day off. */
    acceptedOn: day("accepted_on"),
    /** Statutory day the proceeding should end by; extension moves it and keeps the consent. */
    dueOn: day("due_on"),
    nextStep: nextStepEnum("next_step"),
    nextOwnerId: ref("next_owner_id"),
    nextDueAt: moment("next_due_at"),
    /** What the lead had to do, and when it was due, before a head had to decide first or a merge ended it: it comes back as it was. */
    waitingStep: nextStepEnum("waiting_step"),
    waitingDueAt: moment("waiting_due_at"),
    endedAt: moment("ended_at"),
    outcome: outcomeEnum("outcome"),
    archivedAt: moment("archived_at"),
    dossierNumber: text("dossier_number"),
    retention: retentionClassEnum("retention"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("proceedings_within_dispute").on(t.countyId, t.disputeId, t.id),
    unique("proceedings_ordinal_once").on(t.countyId, t.disputeId, t.ordinal),
    unique("proceedings_dossier_once").on(t.countyId, t.dossierNumber),
    uniqueIndex("proceedings_one_open_per_track").on(t.countyId, t.disputeId, t.track).where(sql`${t.endedAt} is null`),
    inCounty("proceedings_of_dispute", t, t.disputeId, disputes),
    inCounty("proceedings_of_station", t, t.stationId, stations),
    inCounty("proceedings_of_committee", t, t.committeeId, committees),
    inCounty("proceedings_lead_known", t, t.leadPersonId, people),
    inCounty("proceedings_assistant_known", t, t.assistantId, people),
    check("proceedings_assistant_beside_lead", sql`${t.assistantId} is distinct from ${t.leadPersonId}`),
    inCounty("proceedings_next_owner_known", t, t.nextOwnerId, people),
    check("proceedings_ended_when_closed", sql`(${t.status} in ('closed', 'archived')) = (${t.endedAt} is not null)`),
    check(
      "proceedings_accepted_before_entry",
      sql`${t.acceptedOn} < (${t.acceptedAt} at time zone 'Asia/Shanghai')::date`,
    ),
    check("proceedings_outcome_when_ended", sql`(${t.endedAt} is null) = (${t.outcome} is null)`),
    check(
      "proceedings_archived_has_dossier",
      sql`(${t.status} = 'archived') = (${t.archivedAt} is not null) and (${t.archivedAt} is null) = (${t.dossierNumber} is null)`,
    ),
    check(
      "proceedings_next_step_unless_archived",
      sql`(${t.status} = 'archived' or ${t.outcome} is not distinct from 'merged') = (${t.nextStep} is null) and (${t.nextStep} is null) = (${t.nextOwnerId} is null) and (${t.nextStep} is null) = (${t.nextDueAt} is null)`,
    ),
    check("proceedings_waiting_step_whole", sql`(${t.waitingStep} is null) = (${t.waitingDueAt} is null)`),
    index("proceedings_by_lead").on(t.countyId, t.leadPersonId, t.nextDueAt).where(sql`${t.archivedAt} is null`),
    index("proceedings_by_owner").on(t.countyId, t.nextOwnerId, t.nextDueAt).where(sql`${t.archivedAt} is null`),
    // Those of a station that are open, or were at a time.
    index("proceedings_by_end").on(t.countyId, t.stationId, t.endedAt),
    index("proceedings_by_station").on(t.countyId, t.stationId, t.acceptedAt),
    index("proceedings_by_committee").on(t.countyId, t.committeeId, t.acceptedAt),
    // Dossiers of a committee's mediation by when they were archived, and what ended and waits for that.
    index("proceedings_by_archiving")
      .on(t.countyId, t.committeeId, t.archivedAt, t.id, t.disputeId)
      .where(sql`${t.track} = 'peoples' and ${t.archivedAt} is not null`),
    index("proceedings_to_archive")
      .on(t.countyId, t.committeeId, t.endedAt)
      .where(sql`${t.track} = 'peoples' and ${t.archivedAt} is null and ${t.endedAt} is not null`),
  ],
);

/** Notice of nature, principles, effect, rights and duties, before mediation (人民调解法 23–24; 若干规定 30). */
export const notices = pgTable(
  "notices",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    partyId: ref("party_id").notNull(),
    means: noticeMeansEnum("means").notNull(),
    /** Who was told for the party: their guardian, or whoever acts for them. Null: the party. */
    spokenByLinkId: ref("spoken_by_link_id"),
    givenBy: ref("given_by").notNull(),
    /** When it was entered. */
    givenAt: moment("given_at").notNull(),
    /** The day on which they were told, where that was entered later. */
    happenedOn: day("happened_on"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    // A child was told first and their guardian later: each is told once.
    unique("notices_once_per_party").on(t.countyId, t.proceedingId, t.partyId, t.spokenByLinkId).nullsNotDistinct(),
    inCounty("notices_spoken_by", t, t.spokenByLinkId, partyLinks),
    inDispute("notices_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("notices_to_party", t, t.partyId, parties),
    index("notices_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** What a party agreed to or refused. The latest row per subject counts; none is ever changed. */
export const consents = pgTable(
  "consents",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    partyId: ref("party_id").notNull(),
    subject: consentSubjectEnum("subject").notNull(),
    forceCode: text("force_code"),
    personId: ref("person_id"),
    /** The agent whom the party lets act although they stand on another side too (民法典 168). */
    aboutLinkId: ref("about_link_id"),
    answer: consentAnswerEnum("answer").notNull(),
    /** Who said it for the party; null: the party. */
    spokenByLinkId: ref("spoken_by_link_id"),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
    /** The day on which it was said, where that was entered later. */
    happenedOn: day("happened_on"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("consents_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("consents_of_party", t, t.partyId, parties),
    byColumns("consents_to_force", [t.countyId, t.forceCode], [forces.countyId, forces.code]),
    inCounty("consents_to_person", t, t.personId, people),
    inCounty("consents_spoken_by", t, t.spokenByLinkId, partyLinks),
    inCounty("consents_about_link", t, t.aboutLinkId, partyLinks),
    check(
      "consents_subject_named",
      sql`(${t.subject} = 'inviteForce') = (${t.forceCode} is not null) and (${t.subject} = 'invitePerson') = (${t.personId} is not null)`,
    ),
    // Who is represented says it, not whoever represents them.
    check(
      "consents_both_sides_by_party",
      sql`(${t.subject}::text = 'bothSides') = (${t.aboutLinkId} is not null) and (${t.aboutLinkId} is null or ${t.spokenByLinkId} is null)`,
    ),
    index("consents_by_proceeding").on(t.countyId, t.proceedingId, t.partyId, t.recordedAt),
    index("consents_by_dispute").on(t.countyId, t.disputeId),
    index("consents_by_link").on(t.countyId, t.aboutLinkId).where(sql`${t.aboutLinkId} is not null`),
  ],
);

/** Why and how a proceeding ended, and which other routes the parties were told of (人民调解法 26). */
export const endings = pgTable(
  "endings",
  {
    countyId: countyId(),
    proceedingId: ref("proceeding_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    outcome: outcomeEnum("outcome").notNull(),
    reason: text("reason").notNull().default(""),
    refusedByPartyId: ref("refused_by_party_id"),
    routesTold: otherRouteEnum("routes_told").array().notNull().default(sql`'{}'`),
    /** The day on which it came to an end, where that was entered later; its clocks are judged by it. */
    happenedOn: day("happened_on"),
    /** Of police mediation that goes on to a penalty: why, and on which day that was certain (程序规定 179、185). */
    failure: mediationFailureEnum("failure"),
    failedOn: day("failed_on"),
    /** Of a matter that the parties settled themselves: which of them said so, who spoke for it, and how. */
    saidByPartyId: ref("said_by_party_id"),
    saidByLinkId: ref("said_by_link_id"),
    saidMeans: leadRequestMeansEnum("said_means"),
    /** Of parties nobody could reach: whom one tried to reach, on which day, how, and what came of it. */
    attempts: jsonb("attempts").$type<ReachAttempt[]>().notNull().default([]),
    endedBy: ref("ended_by").notNull(),
    endedAt: moment("ended_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.proceedingId] }),
    inDispute("endings_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("endings_refused_by_party", t, t.refusedByPartyId, parties),
    inDispute("endings_said_by_party", t, t.saidByPartyId, parties),
    inCounty("endings_said_by_link", t, t.saidByLinkId, partyLinks),
    check(
      "endings_settlement_said_whole",
      sql`(${t.saidByPartyId} is null) = (${t.saidMeans} is null) and (${t.saidByPartyId} is not null or ${t.saidByLinkId} is null)
        and (${t.saidByPartyId} is null or ${t.outcome} = 'settledWithdrawn')`,
    ),
    check(
      "endings_attempts_of_unreachable",
      sql`jsonb_typeof(${t.attempts}) = 'array' and (${t.outcome} = 'unreachable' or ${t.attempts} = '[]')`,
    ),
    check(
      "endings_failure_tells_routes",
      sql`${t.outcome} not in ('refused', 'deadlock', 'expired', 'unsigned', 'unreachable', 'breached', 'partlyPerformed', 'obligorDead', 'obligorGone') or cardinality(${t.routesTold}) > 0`,
    ),
    check(
      "endings_refusal_names_party",
      sql`case when ${t.failure} is null then (${t.outcome} = 'refused') else (${t.failure} = 'unwilling') end = (${t.refusedByPartyId} is not null)`,
    ),
    check(
      "endings_failure_whole",
      sql`(${t.failure} is null) = (${t.failedOn} is null) and (${t.failure} is null or ${t.outcome} = 'publicSecurityToPenalty')`,
    ),
    index("endings_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/**
 * A wish to lead a dispute that somebody else led before: nobody makes themselves its lead. A head of the other duty
 * decides, once, and what they grant serves for one act until `validUntil`.
 */
export const accessRequests = pgTable(
  "access_requests",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    personId: ref("person_id").notNull(),
    reason: text("reason").notNull(),
    askedAt: moment("asked_at").notNull(),
    isGranted: boolean("is_granted"),
    decidedBy: ref("decided_by"),
    decidedAt: moment("decided_at"),
    validUntil: moment("valid_until"),
    /** When the requester became lead by it. */
    usedAt: moment("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("access_requests_to_dispute", t, t.disputeId, disputes),
    inCounty("access_requests_by_person", t, t.personId, people),
    inCounty("access_requests_decided_by_person", t, t.decidedBy, people),
    uniqueIndex("access_requests_one_waiting")
      .on(t.countyId, t.disputeId, t.personId)
      .where(sql`${t.decidedAt} is null`),
    check("access_requests_reason_given", sql`length(btrim(${t.reason})) >= 2`),
    check("access_requests_decided_whole", sql`num_nonnulls(${t.isGranted}, ${t.decidedBy}, ${t.decidedAt}) in (0, 3)`),
    check(
      "access_requests_valid_when_granted",
      sql`(${t.isGranted} is true) = (${t.validUntil} is not null) and (${t.usedAt} is null or ${t.isGranted} is true)`,
    ),
    check("access_requests_another_decides", sql`${t.decidedBy} is distinct from ${t.personId}`),
    index("access_requests_by_dispute").on(t.countyId, t.disputeId),
  ],
);
