import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { agreements } from "./agreements";
import { countyId, day, moment, ref } from "./columns";
import { parties } from "./parties";
import { people } from "./people";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import {
  noticeMeansEnum,
  onSpotLossesEnum,
  settlementWayEnum,
  signatureMeansEnum,
  violationCircumstanceEnum,
  violationKindEnum,
  violationPartEnum,
  yesNoUnclearEnum,
} from "./words";

/**
 * What the officer found about the act: whether it is a minor violation that may be settled by mediation (程序规定 178) and
 * whether anything bars that (179). The latest of a proceeding counts; none is ever changed.
 */
export const violationFindings = pgTable(
  "violation_findings",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    isViolation: yesNoUnclearEnum("is_violation").notNull(),
    isMinor: yesNoUnclearEnum("is_minor").notNull(),
    kinds: violationKindEnum("kinds").array().notNull(),
    /** Null: none of the three. */
    circumstance: violationCircumstanceEnum("circumstance"),
    /** The bars of 179: hired to hurt, gang fight or other provocation, several violations, a new one while mediating, fled, other. */
    hired: yesNoUnclearEnum("hired").notNull(),
    gang: yesNoUnclearEnum("gang").notNull(),
    repeated: yesNoUnclearEnum("repeated").notNull(),
    newViolation: yesNoUnclearEnum("new_violation").notNull(),
    fled: yesNoUnclearEnum("fled").notNull(),
    otherUnfit: yesNoUnclearEnum("other_unfit").notNull(),
    /** Facts and evidence it rests on (180). */
    basis: text("basis").notNull(),
    foundBy: ref("found_by").notNull(),
    foundAt: moment("found_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("violation_findings_within_dispute").on(t.countyId, t.disputeId, t.id),
    inDispute("violation_findings_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("violation_findings_by_person", t, t.foundBy, people),
    check("violation_findings_kind_of_violation", sql`${t.isViolation} = 'yes' or cardinality(${t.kinds}) = 0`),
    index("violation_findings_latest").on(t.countyId, t.proceedingId, t.foundAt, t.id),
  ],
);

/** Who is suspected and who was injured, by finding. */
export const violationPeople = pgTable(
  "violation_people",
  {
    countyId: countyId(),
    findingId: ref("finding_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    part: violationPartEnum("part").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.findingId, t.partyId, t.part] }),
    inDispute("violation_people_of_finding", t, t.findingId, violationFindings),
    inDispute("violation_people_of_party", t, t.partyId, parties),
    index("violation_people_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** A minor's parent or guardian told to attend, or why nobody needed to be (程序规定 181). */
export const guardianSummonses = pgTable(
  "guardian_summonses",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    partyId: ref("party_id").notNull(),
    /** The guardian who was told; null where the minor is 16 or more, lives on their own wages and agreed to nobody being told. */
    linkId: ref("link_id"),
    means: noticeMeansEnum("means"),
    /** What shows that the exception applies. */
    exceptionReason: text("exception_reason").notNull().default(""),
    toldAt: moment("told_at").notNull(),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("guardian_summonses_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("guardian_summonses_of_party", t, t.partyId, parties),
    inCounty("guardian_summonses_by_person", t, t.recordedBy, people),
    check(
      "guardian_summonses_told_or_excepted",
      sql`num_nonnulls(${t.linkId}, ${t.means}) in (0, 2) and (${t.linkId} is null) = (btrim(${t.exceptionReason}) <> '')`,
    ),
    check("guardian_summonses_told_before", sql`${t.toldAt} <= ${t.recordedAt}`),
    index("guardian_summonses_by_proceeding").on(t.countyId, t.proceedingId, t.partyId),
    index("guardian_summonses_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/**
 * What a mediation agreement says of the case: when, where, how it began and went, how grave it was and what came of it, who
 * else was there, and how what is agreed is performed (程序规定 184). The latest of a proceeding counts; the paper keeps its own.
 */
export const caseAccounts = pgTable(
  "case_accounts",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    /** The police organ in whose name it is mediated, which need not be the station. */
    organ: text("organ").notNull(),
    happenedAt: moment("happened_at").notNull(),
    place: text("place").notNull(),
    cause: text("cause").notNull(),
    course: text("course").notNull(),
    circumstances: text("circumstances").notNull(),
    result: text("result").notNull(),
    /** How and in which way what is agreed is performed, over all clauses. */
    performanceWay: text("performance_way").notNull(),
    /** Who else was there: name, and where they work or live; empty where nobody was. */
    others: text("others").notNull().default(""),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("case_accounts_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("case_accounts_by_person", t, t.recordedBy, people),
    check("case_accounts_happened_before", sql`${t.happenedAt} <= ${t.recordedAt}`),
    check(
      "case_accounts_whole",
      sql`'' <> all (array[btrim(${t.organ}), btrim(${t.place}), btrim(${t.cause}), btrim(${t.course}), btrim(${t.circumstances}), btrim(${t.result}), btrim(${t.performanceWay})])`,
    ),
    index("case_accounts_latest").on(t.countyId, t.proceedingId, t.recordedAt, t.id),
    index("case_accounts_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** What an on-the-spot settlement needs beside its agreement: where, when, what is clear, and the recording (程序规定 52、178). */
export const onSpotForms = pgTable(
  "on_spot_forms",
  {
    countyId: countyId(),
    agreementId: ref("agreement_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    settledAt: moment("settled_at").notNull(),
    place: text("place").notNull(),
    isFactsClear: boolean("is_facts_clear").notNull(),
    isCauseClear: boolean("is_cause_clear").notNull(),
    losses: onSpotLossesEnum("losses").notNull(),
    /** Number of the sound and picture recording; without a second officer, or without a paper, it is needed. */
    recording: text("recording").notNull().default(""),
    secondOfficerId: ref("second_officer_id"),
    /** Who else was there, by name. */
    others: text("others").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.agreementId] }),
    inDispute("on_spot_forms_of_agreement", t, t.agreementId, agreements),
    inCounty("on_spot_forms_second_officer", t, t.secondOfficerId, people),
    check("on_spot_forms_clear", sql`${t.isFactsClear} and ${t.isCauseClear}`),
    check("on_spot_forms_recorded", sql`${t.secondOfficerId} is not null or btrim(${t.recording}) <> ''`),
    check("on_spot_forms_place_named", sql`btrim(${t.place}) <> ''`),
    index("on_spot_forms_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/**
 * Both sides' written application for no penalty, after they settled by themselves or by people's mediation and performed
 * it; the station's head approves or refuses once (程序规定 186；治安管理处罚法 9).
 */
export const settlementApplications = pgTable(
  "settlement_applications",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    way: settlementWayEnum("way").notNull(),
    /** The people's mediation of this dispute by which they settled; null where it was another committee's. */
    peoplesProceedingId: ref("peoples_proceeding_id"),
    agreedOn: day("agreed_on").notNull(),
    /** What was agreed; of people's mediation elsewhere also whose agreement, with its number. */
    agreed: text("agreed").notNull(),
    performedOn: day("performed_on").notNull(),
    /** What shows that it was performed. */
    proof: text("proof").notNull(),
    appliedOn: day("applied_on").notNull(),
    /** Whether a decision to punish has been made already; then it comes too late. */
    isDecided: yesNoUnclearEnum("is_decided").notNull(),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
    isApproved: boolean("is_approved"),
    decisionReason: text("decision_reason").notNull().default(""),
    decidedBy: ref("decided_by"),
    decidedAt: moment("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("settlement_applications_within_dispute").on(t.countyId, t.disputeId, t.id),
    inDispute("settlement_applications_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("settlement_applications_by_peoples", t, t.peoplesProceedingId, proceedings),
    inCounty("settlement_applications_decided_by_person", t, t.decidedBy, people),
    uniqueIndex("settlement_applications_one_live")
      .on(t.countyId, t.proceedingId)
      .where(sql`${t.isApproved} is not false`),
    check("settlement_applications_before_decision", sql`${t.isDecided} = 'no'`),
    check(
      "settlement_applications_in_order",
      sql`${t.agreedOn} <= ${t.performedOn} and ${t.performedOn} <= ${t.appliedOn}`,
    ),
    check(
      "settlement_applications_words_given",
      sql`btrim(${t.agreed}) <> '' and btrim(${t.proof}) <> '' and (${t.way} = 'peoplesMediation' or ${t.peoplesProceedingId} is null)`,
    ),
    check(
      "settlement_applications_decided_whole",
      sql`num_nonnulls(${t.isApproved}, ${t.decidedBy}, ${t.decidedAt}) in (0, 3) and (${t.isApproved} is null or btrim(${t.decisionReason}) <> '')`,
    ),
    check("settlement_applications_another_decides", sql`${t.decidedBy} is distinct from ${t.recordedBy}`),
    index("settlement_applications_by_proceeding").on(t.countyId, t.proceedingId, t.recordedAt),
  ],
);

/** Who signed the application: each of both sides, in person or through whoever may act for them. */
export const settlementApplicants = pgTable(
  "settlement_applicants",
  {
    countyId: countyId(),
    applicationId: ref("application_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    linkId: ref("link_id"),
    means: signatureMeansEnum("means").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.applicationId, t.partyId] }),
    inDispute("settlement_applicants_of_application", t, t.applicationId, settlementApplications),
    inDispute("settlement_applicants_of_party", t, t.partyId, parties),
    index("settlement_applicants_by_dispute").on(t.countyId, t.disputeId),
  ],
);
