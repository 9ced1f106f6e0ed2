import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { obligations } from "./agreements";
import { countyId, day, moment, ref } from "./columns";
import { parties, partyLinks } from "./disputes";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import { proofKindEnum, satisfactionEnum } from "./words";

/** One proof that (part of) an obligation was kept by one obligor. Payments may come in parts. */
export const performances = pgTable(
  "performances",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    obligationId: ref("obligation_id").notNull(),
    partyId: ref("party_id").notNull(),
    amountFen: bigint("amount_fen", { mode: "number" }),
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
    check("performances_proof_named", sql`length(trim(${t.proofNote})) > 0`),
    check("performances_amount_positive", sql`${t.amountFen} is null or ${t.amountFen} > 0`),
    index("performances_by_obligation").on(t.countyId, t.obligationId),
    index("performances_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** The committee urging an overdue obligor (Art. 31). */
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
    /** Signs that the quarrel may flare up again; empty when none were seen. */
    escalationSigns: text("escalation_signs").notNull().default(""),
    note: text("note").notNull().default(""),
    visitedBy: ref("visited_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("follow_up_visits_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("follow_up_visits_to_party", t, t.partyId, parties),
    index("follow_up_visits_by_proceeding").on(t.countyId, t.proceedingId),
    index("follow_up_visits_by_dispute").on(t.countyId, t.disputeId),
  ],
);
