import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { countyId, day, moment, ref, rowVersion } from "./columns";
import { parties } from "./parties";
import { people } from "./people";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import {
  agreementFormEnum,
  agreementStatusEnum,
  liabilityEnum,
  obligationKindEnum,
  obligationPartEnum,
  proofKindEnum,
} from "./words";

export const agreements = pgTable(
  "agreements",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    ordinal: smallint("ordinal").notNull(),
    form: agreementFormEnum("form").notNull(),
    status: agreementStatusEnum("status").notNull().default("draft"),
    /** （2026）柳人调字第 087 号, given when sent to signing; never reused. */
    number: text("number"),
    facts: text("facts").notNull(),
    /**
     * The draft as it is being written, half-finished, as JSON text: nobody's word yet, so the chain does not cover it. Null
     * once it was saved whole.
     */
    unfinished: text("unfinished"),
    draftedBy: ref("drafted_by").notNull(),
    draftedAt: moment("drafted_at").notNull(),
    sentToSignAt: moment("sent_to_sign_at"),
    effectiveAt: moment("effective_at"),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason").notNull().default(""),
    /** The agreement in force whose open clauses this one takes the place of, and why it was renegotiated (民法典 543). */
    replacesId: ref("replaces_id"),
    renegotiatedReason: text("renegotiated_reason").notNull().default(""),
    version: rowVersion(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("agreements_within_dispute").on(t.countyId, t.disputeId, t.id),
    unique("agreements_ordinal_once").on(t.countyId, t.proceedingId, t.ordinal),
    unique("agreements_number_once").on(t.countyId, t.number),
    // One is written or signed, one is in force; both at once where the one replaces the other (app.check_new_agreement).
    uniqueIndex("agreements_one_live_per_proceeding")
      .on(t.countyId, t.proceedingId)
      .where(sql`${t.status} in ('draft', 'signing')`),
    uniqueIndex("agreements_one_in_force_per_proceeding")
      .on(t.countyId, t.proceedingId)
      .where(sql`${t.status} = 'effective'`),
    // Numbers that stand on no paper any more: the sheet of an office's numbers walks them from the newest.
    index("agreements_void_numbers")
      .on(t.countyId, t.withdrawnAt)
      .where(sql`${t.status} = 'withdrawn' and ${t.number} is not null`),
    inDispute("agreements_replace_earlier", t, t.replacesId, t),
    check("agreements_renegotiated_whole", sql`(${t.replacesId} is null) = (${t.renegotiatedReason} = '')`),
    inDispute("agreements_of_proceeding", t, t.proceedingId, proceedings),
    check(
      "agreements_effective_has_time",
      sql`(${t.status} in ('effective', 'replaced')) = (${t.effectiveAt} is not null)`,
    ),
    check("agreements_unfinished_is_draft", sql`${t.unfinished} is null or ${t.status} = 'draft'`),
    check("agreements_numbered_when_sent", sql`${t.status} not in ('signing') or ${t.number} is not null`),
    check("agreements_withdrawn_has_time", sql`(${t.status} = 'withdrawn') = (${t.withdrawnAt} is not null)`),
  ],
);

/** A clause of the agreement: who owes it, to whom, what or how much, by when, with which proof. */
export const obligations = pgTable(
  "obligations",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    agreementId: ref("agreement_id").notNull(),
    ordinal: smallint("ordinal").notNull(),
    kind: obligationKindEnum("kind").notNull(),
    text: text("text").notNull(),
    /** In fen (1/100 yuan); only for payments. */
    amountFen: bigint("amount_fen", { mode: "number" }),
    /** Null until effect where it is said from the day of signing (`dueAfterDays`): effect fixes it (app.fix_due_days). */
    dueOn: day("due_on"),
    /** Due so many days after the day on which the agreement is signed and takes effect; 0 is that day itself (民法典 201). */
    dueAfterDays: smallint("due_after_days"),
    proof: proofKindEnum("proof").notNull(),
    /** In which way and where it is to be done, as the paper says it; empty where that follows from the rest. */
    way: text("way").notNull().default(""),
    place: text("place").notNull().default(""),
    /** When it is owed at all, and what follows where it is not kept; empty where the parties said neither. */
    condition: text("condition").notNull().default(""),
    consequence: text("consequence").notNull().default(""),
    /** How several obligors of a payment owe it; null where there is one, or where the paper of before did not say. */
    liability: liabilityEnum("liability"),
    /** Expert who checks the work, where one was named (S7). */
    verifierId: ref("verifier_id"),
    /** Kept by a trigger from the ledger: since when it has been performed, or else settled by what was waived. */
    performedAt: moment("performed_at"),
    waivedAt: moment("waived_at"),
    /** Since when the agreement that replaced this one says what was still open here; what was paid stays (民法典 543). */
    supersededAt: moment("superseded_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("obligations_within_dispute").on(t.countyId, t.disputeId, t.id),
    unique("obligations_ordinal_once").on(t.countyId, t.agreementId, t.ordinal),
    inDispute("obligations_of_agreement", t, t.agreementId, agreements),
    inCounty("obligations_verifier_known", t, t.verifierId, people),
    check("obligations_amount_when_pay", sql`(${t.kind} = 'pay') = (${t.amountFen} is not null)`),
    check("obligations_liability_of_payment", sql`${t.liability} is null or ${t.kind} = 'pay'`),
    check("obligations_settled_once", sql`num_nonnulls(${t.performedAt}, ${t.waivedAt}) < 2`),
    check("obligations_say_when", sql`num_nonnulls(${t.dueOn}, ${t.dueAfterDays}) > 0`),
    check("obligations_words_short", sql`length(${t.condition}) <= 100 and length(${t.consequence}) <= 140`),
    check("obligations_days_in_reach", sql`${t.dueAfterDays} between 0 and 3650`),
    check("obligations_amount_positive", sql`${t.amountFen} is null or ${t.amountFen} > 0`),
    index("obligations_due")
      .on(t.countyId, t.dueOn)
      .where(sql`${t.performedAt} is null and ${t.waivedAt} is null and ${t.supersededAt} is null`),
  ],
);

/** Obligors and obligees; a term owed by both households needs each obligor's own confirmation. */
export const obligationParties = pgTable(
  "obligation_parties",
  {
    countyId: countyId(),
    obligationId: ref("obligation_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    part: obligationPartEnum("part").notNull(),
    /** In fen; what this obligor owes where they owe by share. The shares of a clause add up to its sum. */
    shareFen: bigint("share_fen", { mode: "number" }),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.obligationId, t.partyId, t.part] }),
    check(
      "obligation_parties_share_of_obligor",
      sql`${t.shareFen} is null or ${t.part} = 'obligor' and ${t.shareFen} > 0`,
    ),
    inDispute("obligation_parties_of_obligation", t, t.obligationId, obligations),
    inDispute("obligation_parties_of_party", t, t.partyId, parties),
    index("obligation_parties_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** The committee's seal; the insert decides who sealed, so it can happen only once (人民调解法 29). */
export const seals = pgTable(
  "seals",
  {
    countyId: countyId(),
    agreementId: ref("agreement_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    sealedBy: ref("sealed_by").notNull(),
    sealedAt: moment("sealed_at").notNull(),
    /** What they were called then, kept by a trigger. */
    sealerName: text("sealer_name").notNull().default(""),
  },
  (t) => [
    primaryKey({ name: "seals_once", columns: [t.countyId, t.agreementId] }),
    inDispute("seals_of_agreement", t, t.agreementId, agreements),
    inCounty("seals_by_person", t, t.sealedBy, people),
    index("seals_by_dispute").on(t.countyId, t.disputeId),
  ],
);
