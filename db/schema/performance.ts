import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { obligations } from "./agreements";
import { countyId, day, moment, ref } from "./columns";
import { parties, partyLinks } from "./parties";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import { revisits } from "./revisits";
import {
  contestEndEnum,
  contestKindEnum,
  fairnessAnswerEnum,
  ledgerEntryKindEnum,
  proofKindEnum,
  remedyEnum,
  satisfactionEnum,
  spokenMeansEnum,
} from "./words";

/**
 * The ledger of obligations: each entry stands on the account of one obligor and is never changed. Payments may come in
 * parts, above what is owed, or back; balances are worked out from the entries (app.ledger_accounts), never typed.
 */
export const performances = pgTable(
  "performances",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    obligationId: ref("obligation_id").notNull(),
    partyId: ref("party_id").notNull(),
    kind: ledgerEntryKindEnum("kind").notNull().default("performed"),
    /** The entry that was recorded wrongly and counts no more. */
    correctsId: ref("corrects_id"),
    /** Who acted if not the obligor: whoever paid in their place, or the obligee who waived. */
    byPartyId: ref("by_party_id"),
    /** Agent or guardian who spoke for whoever waived. */
    byLinkId: ref("by_link_id"),
    amountFen: bigint("amount_fen", { mode: "number" }),
    /** The day it happened, apart from when it was recorded. */
    performedOn: day("performed_on").notNull(),
    proof: proofKindEnum("proof").notNull(),
    /** Receipt number, file name, who inspected: what makes the proof findable. */
    proofNote: text("proof_note").notNull(),
    /** The obligee who confirmed that they received it, and who said so for them; null where nobody's word is the proof. */
    receivedByPartyId: ref("received_by_party_id"),
    receivedByLinkId: ref("received_by_link_id"),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("performances_received_by", t, t.receivedByPartyId, parties),
    inCounty("performances_received_by_link", t, t.receivedByLinkId, partyLinks),
    inDispute("performances_of_obligation", t, t.obligationId, obligations),
    inDispute("performances_by_party", t, t.partyId, parties),
    inDispute("performances_acted_by_party", t, t.byPartyId, parties),
    inCounty("performances_correct_entry", t, t.correctsId, t),
    uniqueIndex("performances_corrected_once").on(t.countyId, t.correctsId),
    check("performances_correction_names_entry", sql`(${t.kind} = 'correction') = (${t.correctsId} is not null)`),
    check("performances_correction_has_no_sum", sql`${t.kind} <> 'correction' or ${t.amountFen} is null`),
    check(
      "performances_refund_has_sum",
      sql`${t.kind} not in ('overpaid', 'paidTwice', 'refunded') or ${t.amountFen} is not null`,
    ),
    check("performances_waiver_names_obligee", sql`${t.kind} <> 'waived' or ${t.byPartyId} is not null`),
    check("performances_proof_named", sql`length(trim(${t.proofNote})) > 0`),
    check("performances_amount_positive", sql`${t.amountFen} is null or ${t.amountFen} > 0`),
    index("performances_by_obligation").on(t.countyId, t.obligationId),
    index("performances_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** The committee urging an overdue obligor (人民调解法 31). */
export const urges = pgTable(
  "urges",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    obligationId: ref("obligation_id").notNull(),
    note: text("note").notNull(),
    urgedBy: ref("urged_by").notNull(),
    urgedAt: moment("urged_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("urges_of_obligation", t, t.obligationId, obligations),
    index("urges_by_obligation").on(t.countyId, t.obligationId, t.urgedAt),
  ],
);

/** An obligor did not perform: which remedies the obligee was told of, and when the matter is looked at again. */
export const breaches = pgTable(
  "breaches",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    obligationId: ref("obligation_id").notNull(),
    partyId: ref("party_id").notNull(),
    /** Since when they have been in breach; time limits run from this day. */
    breachedOn: day("breached_on").notNull(),
    note: text("note").notNull(),
    remediesTold: remedyEnum("remedies_told").array().notNull(),
    followUpOn: day("follow_up_on").notNull(),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("breaches_of_obligation", t, t.obligationId, obligations),
    inDispute("breaches_by_party", t, t.partyId, parties),
    check("breaches_remedies_told", sql`cardinality(${t.remediesTold}) > 0`),
    check("breaches_followed_up_later", sql`${t.followUpOn} >= ${t.breachedOn}`),
    index("breaches_by_obligation").on(t.countyId, t.obligationId),
    index("breaches_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/**
 * What is contested between the parties of an account: an entry, by whoever is owed, or what no entry says, by whoever owes it.
 * Nothing counts otherwise for it; it stands beside the ledger until it ends, and an entry that is corrected is contested no more.
 */
export const ledgerContests = pgTable(
  "ledger_contests",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    obligationId: ref("obligation_id").notNull(),
    /** On whose account. */
    partyId: ref("party_id").notNull(),
    kind: contestKindEnum("kind").notNull(),
    /** The entry that is denied; null of what is claimed. */
    entryId: ref("entry_id"),
    saidByPartyId: ref("said_by_party_id").notNull(),
    /** Who spoke for them, and how they were heard; null in rows of before. */
    saidByLinkId: ref("said_by_link_id"),
    means: spokenMeansEnum("means"),
    /** How much of it is contested; null where the clause has no sum. */
    amountFen: bigint("amount_fen", { mode: "number" }),
    saidOn: day("said_on").notNull(),
    reason: text("reason").notNull(),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("ledger_contests_within_dispute").on(t.countyId, t.disputeId, t.id),
    inDispute("ledger_contests_of_obligation", t, t.obligationId, obligations),
    inDispute("ledger_contests_of_account", t, t.partyId, parties),
    inDispute("ledger_contests_said_by", t, t.saidByPartyId, parties),
    inCounty("ledger_contests_said_by_link", t, t.saidByLinkId, partyLinks),
    inCounty("ledger_contests_of_entry", t, t.entryId, performances),
    check("ledger_contests_denied_names_entry", sql`(${t.kind} = 'denied') = (${t.entryId} is not null)`),
    check("ledger_contests_amount_positive", sql`${t.amountFen} is null or ${t.amountFen} > 0`),
    index("ledger_contests_by_obligation").on(t.countyId, t.obligationId),
  ],
);

/** How a contest ended; once. */
export const ledgerContestEnds = pgTable(
  "ledger_contest_ends",
  {
    countyId: countyId(),
    contestId: ref("contest_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    kind: contestEndEnum("kind").notNull(),
    /** The entry that was made of what was claimed; null of anything else. */
    entryId: ref("entry_id"),
    /** Who took it back, who spoke for them, and how they were heard; null of any other end, and in rows of before. */
    saidByPartyId: ref("said_by_party_id"),
    saidByLinkId: ref("said_by_link_id"),
    means: spokenMeansEnum("means"),
    endedOn: day("ended_on").notNull(),
    reason: text("reason").notNull(),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.contestId] }),
    inDispute("ledger_contest_ends_of_contest", t, t.contestId, ledgerContests),
    inCounty("ledger_contest_ends_by_entry", t, t.entryId, performances),
    inDispute("ledger_contest_ends_said_by", t, t.saidByPartyId, parties),
    inCounty("ledger_contest_ends_said_by_link", t, t.saidByLinkId, partyLinks),
    index("ledger_contest_ends_by_dispute").on(t.countyId, t.disputeId),
  ],
);

export const followUpVisits = pgTable(
  "follow_up_visits",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    partyId: ref("party_id"),
    visitedOn: day("visited_on").notNull(),
    satisfaction: satisfactionEnum("satisfaction").notNull(),
    /** Answers to `fairnessQuestions`, in their order; null where they were not asked. */
    fairness: fairnessAnswerEnum("fairness").array(),
    /** Signs that the quarrel may flare up again; empty when none were seen. */
    escalationSigns: text("escalation_signs").notNull().default(""),
    /** Whether somebody went to court about it, and how that ended; empty where nobody said so. */
    courtAction: text("court_action").notNull().default(""),
    /** What was done about what was found. */
    measures: text("measures").notNull().default(""),
    note: text("note").notNull().default(""),
    /** The draw by which somebody who took no part in the matter asked. */
    revisitId: ref("revisit_id"),
    visitedBy: ref("visited_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("follow_up_visits_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("follow_up_visits_to_party", t, t.partyId, parties),
    inDispute("follow_up_visits_of_revisit", t, t.revisitId, revisits),
    index("follow_up_visits_by_revisit").on(t.countyId, t.revisitId).where(sql`${t.revisitId} is not null`),
    check("follow_up_visits_fairness_whole", sql`cardinality(${t.fairness}) = 4`),
    index("follow_up_visits_by_proceeding").on(t.countyId, t.proceedingId),
    index("follow_up_visits_by_dispute").on(t.countyId, t.disputeId),
  ],
);
