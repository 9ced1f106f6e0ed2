import { sql } from "drizzle-orm";
import type {
  FairnessAnswer,
  FileKind,
  LedgerEntryKind,
  Liability,
  NotificationKind,
  ObligationKind,
  Outcome,
  ProceedingStatus,
  ProofKind,
  Remedy,
  Satisfaction,
  Track,
} from "@/db/vocabulary";
import { readPart } from "../../access/gate";
import type { Action } from "../../access/policy";
import { showsPart } from "../../access/views";
import { confirmationUntil } from "../../agreements/parts/confirmation-until";
import type { Speakable } from "../../binding/choices";
import { speakable, standsFor } from "../../binding/parts/speakable";
import { closeOutcomes } from "../../disputes/parts/close-outcomes";
import { allowedActions } from "../../disputes/reads/allowed";
import { factsOf } from "../../disputes/reads/facts";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { addMonths, dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { dayOverridesOf, rulesOn } from "../../rules/queries";
import { rollToWorkday } from "../../rules/workdays";
import { type Contest, contestsOf } from "../parts/contests-of";
import { remindersOf } from "../parts/reminders-of";

export interface PerformanceParty extends Speakable {
  id: string;
  side: number;
  name: string;
  /** Parties in whose place this one stands: those whose heir stepped in, those merged into it. */
  standsFor: string[];
}
export interface PerformanceProof {
  id: string;
  partyId: string;
  amountFen: number | null;
  performedOn: string;
  proof: ProofKind;
  proofNote: string;
  recordedByName: string;
  kind: LedgerEntryKind;
  /** The entry this one says was wrong. */
  correctsId: string | null;
  /** True once a correction names it: it counts no more. */
  isCorrected: boolean;
  /** Who acted if not the obligor: whoever paid in their place, the obligee who waived. */
  byPartyId: string | null;
  /** Photos and papers that prove it. */
  files: { id: string; name: string; kind: FileKind; bytes: number; hasSmall: boolean }[];
}
/** One obligor's account of a clause, in fen, worked out from its entries. Shares and balances are null where each owes the whole. */
export interface LedgerAccount {
  partyId: string;
  shareFen: number | null;
  paidFen: number;
  waivedFen: number;
  openFen: number | null;
}
/** A breach with the last days of what can be done about it; null where that is not open. */
export interface Breach {
  id: string;
  partyId: string;
  breachedOn: string;
  note: string;
  remediesTold: Remedy[];
  followUpOn: string;
  recordedByName: string;
  confirmUntil: string | null;
  sueUntil: string;
  enforceUntil: string;
}
/** A party who was reminded that the clause falls due, and how that went: what became of the message, or why it was not sent. */
export interface Reminded {
  id: string;
  partyId: string;
  kind: NotificationKind;
  at: string;
  state: string;
}
/** One obligation with what was performed. `openFen` is 0 for acts and once nothing is owed; `overFen` is what was paid above it. */
export interface ObligationLedger {
  id: string;
  ordinal: number;
  kind: ObligationKind;
  text: string;
  amountFen: number | null;
  paidFen: number;
  waivedFen: number;
  openFen: number;
  overFen: number;
  liability: Liability | null;
  dueOn: string;
  /** The day off on which its days would have ended, where they end after it; else null. */
  movedFrom: string | null;
  proof: ProofKind;
  verifierName: string | null;
  performedAt: string | null;
  /** Since when nothing is owed because the rest was waived. */
  waivedAt: string | null;
  /** Since when a renegotiated agreement says what was still open here; what was paid stays. */
  supersededAt: string | null;
  /** True for a clause of an agreement that was replaced. */
  isEarlier: boolean;
  /** Which agreement of its proceeding it is of, and that one's number. */
  agreementOrdinal: number;
  agreementNumber: string | null;
  isOverdue: boolean;
  obligorPartyIds: string[];
  obligeePartyIds: string[];
  accounts: LedgerAccount[];
  proofs: PerformanceProof[];
  /** What is contested, and was; the ledger counts as if it were not. */
  contests: Contest[];
  /** So much of what is entered is denied, and so much more is claimed to be paid, in fen. */
  deniedFen: number;
  claimedFen: number;
  breaches: Breach[];
  reminders: Reminded[];
  urges: { id: string; note: string; urgedAt: string; urgedByName: string }[];
}
export interface Visit {
  id: string;
  partyId: string | null;
  visitedOn: string;
  satisfaction: Satisfaction;
  /** In the order of `fairnessQuestions`; null where they were not asked. */
  fairness: FairnessAnswer[] | null;
  escalationSigns: string;
  courtAction: string;
  measures: string;
  note: string;
  visitedByName: string;
  /** By somebody who took no part in the matter, whom a draw chose. */
  isThirdParty: boolean;
}
export interface PerformancePage {
  disputeId: string;
  today: string;
  proceeding: { id: string; track: Track; status: ProceedingStatus; version: number } | null;
  allowed: Action[];
  /** Outcomes it may close with, the usual one first; empty before there is a proceeding. */
  closeOutcomes: readonly Outcome[];
  agreement: { id: string; number: string | null; effectiveAt: string } | null;
  /** A version of it that is being written or signed. */
  renegotiation: { id: string; number: string | null } | null;
  parties: PerformanceParty[];
  obligations: ObligationLedger[];
  visits: Visit[];
  /** The draw by which the reader asks both sides, until that is done. */
  revisit: { id: string; dueOn: string } | null;
}

type Ledger = Pick<PerformancePage, "agreement" | "renegotiation" | "parties" | "obligations" | "visits" | "revisit">;

const ledger = (countyId: string, disputeId: string, proceedingId: string, today: string) => sql`
  with ag as (
    select * from agreements a where a.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid and a.effective_at is not null
  ), reminded as materialized (${remindersOf(countyId, disputeId)}), ob as (
    select o.id, o.ordinal, o.kind, o.text, o.amount_fen as "amountFen", o.due_on as "dueOn", app.moved_from(o, ag.effective_at)::text as "movedFrom", o.proof, v.name as "verifierName", o.performed_at as "performedAt",
      o.waived_at as "waivedAt", o.superseded_at as "supersededAt", ag.status = 'replaced' as "isEarlier", ag.ordinal as "agreementOrdinal", ag.number as "agreementNumber",
      o.liability, num_nonnulls(o.performed_at, o.waived_at, o.superseded_at) = 0 and o.due_on < ${today}::date as "isOverdue",
      case when o.amount_fen is null then 0 else paid.fen end as "paidFen", case when o.amount_fen is null then 0 else paid.waived end as "waivedFen",
      case when o.amount_fen is null or o.superseded_at is not null then 0 else paid.owed end as "openFen", case when o.amount_fen is null then 0 else paid.above end as "overFen", paid.accounts,
      contested.list as contests, contested.denied as "deniedFen", contested.claimed as "claimedFen",
      coalesce((select json_agg(q.party_id order by q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligor'), '[]'::json) as "obligorPartyIds",
      coalesce((select json_agg(q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligee'), '[]'::json) as "obligeePartyIds",
      coalesce((select json_agg(json_build_object('id', f.id, 'partyId', f.party_id, 'amountFen', f.amount_fen, 'performedOn', f.performed_on,
          'proof', f.proof, 'proofNote', f.proof_note, 'recordedByName', w.name, 'kind', f.kind, 'correctsId', f.corrects_id, 'byPartyId', f.by_party_id,
          'files', (select coalesce(json_agg(json_build_object('id', h.id, 'name', h.name, 'kind', h.kind, 'bytes', h.bytes, 'hasSmall', h.small_sha256 is not null)
            order by h.added_at, h.id), '[]') from files h where h.county_id = f.county_id and h.performance_id = f.id),
          'isCorrected', exists (select from performances c where c.county_id = f.county_id and c.obligation_id = f.obligation_id and c.corrects_id = f.id)) order by f.performed_on, f.recorded_at, f.id)
        from performances f join people w on w.county_id = f.county_id and w.id = f.recorded_by
        where f.county_id = o.county_id and f.obligation_id = o.id), '[]'::json) as proofs,
      coalesce((select json_agg(json_build_object('id', m.id, 'partyId', m.party_id, 'kind', m.kind, 'at', m.at, 'state', m.state) order by m.at desc, m.id desc)
        from reminded m where m.obligation_id = o.id), '[]'::json) as reminders,
      coalesce((select json_agg(json_build_object('id', u.id, 'note', u.note, 'urgedAt', u.urged_at, 'urgedByName', w.name) order by u.urged_at desc)
        from urges u join people w on w.county_id = u.county_id and w.id = u.urged_by
        where u.county_id = o.county_id and u.obligation_id = o.id), '[]'::json) as urges,
      coalesce((select json_agg(json_build_object('id', b.id, 'partyId', b.party_id, 'breachedOn', b.breached_on, 'note', b.note, 'remediesTold', b.remedies_told,
          'followUpOn', b.follow_up_on, 'recordedByName', w.name) order by b.breached_on, b.id)
        from breaches b join people w on w.county_id = b.county_id and w.id = b.recorded_by
        where b.county_id = o.county_id and b.obligation_id = o.id), '[]'::json) as breaches
    from obligations o join ag on o.county_id = ag.county_id and o.agreement_id = ag.id
    left join people v on v.county_id = o.county_id and v.id = o.verifier_id
    cross join lateral ${contestsOf()} contested
    cross join lateral (
      select sum(l.paid_fen)::bigint as fen, sum(l.waived_fen)::bigint as waived,
        (case when s.by_share then sum(greatest(0, l.left_fen)) else greatest(0, o.amount_fen - sum(l.paid_fen + l.waived_fen)) end)::bigint as owed,
        (case when s.by_share then sum(greatest(0, -l.left_fen)) else greatest(0, sum(l.paid_fen + l.waived_fen) - o.amount_fen) end)::bigint as above,
        coalesce(json_agg(json_build_object('partyId', l.party_id, 'shareFen', l.share_fen, 'paidFen', l.paid_fen, 'waivedFen', l.waived_fen,
          'openFen', case when s.by_share then case when o.superseded_at is null then greatest(0, l.left_fen) else 0 end end) order by l.party_id), '[]'::json) as accounts
      from (select a.*, a.share_fen - a.paid_fen - a.waived_fen as left_fen from app.ledger_accounts(o.county_id, o.id) a) l
        cross join (select o.liability in ('equalShares', 'shares') is true as by_share) s group by s.by_share) paid
  )
  select json_build_object(
    'agreement', (select json_build_object('id', ag.id, 'number', ag.number, 'effectiveAt', ag.effective_at) from ag where ag.status = 'effective'),
    'renegotiation', (select json_build_object('id', a.id, 'number', a.number) from agreements a
      where a.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid and a.status in ('draft', 'signing') and a.replaces_id is not null),
    'parties', coalesce((select json_agg(json_build_object('id', p.id, 'side', p.side, 'name', p.name, ${speakable()},
        'standsFor', ${standsFor()}) order by p.position)
      from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}::uuid), '[]'::json),
    'obligations', coalesce((select json_agg(to_jsonb(ob) order by ob."agreementOrdinal" desc, ob.ordinal) from ob), '[]'::json),
    'visits', coalesce((select json_agg(json_build_object('id', v.id, 'partyId', v.party_id, 'visitedOn', v.visited_on, 'satisfaction', v.satisfaction, 'fairness', v.fairness,
        'escalationSigns', v.escalation_signs, 'courtAction', v.court_action, 'measures', v.measures, 'note', v.note, 'visitedByName', w.name, 'isThirdParty', v.revisit_id is not null) order by v.visited_on desc, v.id desc)
      from follow_up_visits v join people w on w.county_id = v.county_id and w.id = v.visited_by
      where v.county_id = ${countyId}::uuid and v.proceeding_id = ${proceedingId}::uuid), '[]'::json),
    'revisit', (select json_build_object('id', r.id, 'dueOn', r.due_on) from app.own_revisits() r
      where r.proceeding_id = ${proceedingId}::uuid)
  ) as ledger`;

const nothing: Ledger = {
  agreement: null,
  renegotiation: null,
  parties: [],
  obligations: [],
  visits: [],
  revisit: null,
};

/** The obligations of the agreement in force and their performance, with proofs, urges and visits. */
export function performanceOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<PerformancePage> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy, view } = await readPart(tx, actor, disputeId, "performance");
    if (!showsPart(view, "performance")) throw notFound();

    const today = dayOf(now);
    const [facts, rules, overrides, rows] = await Promise.all([
      proceeding && factsOf(tx, actor.countyId, proceeding.id, now),
      rulesOn(tx, actor.countyId, today),
      dayOverridesOf(tx, actor.countyId),
      proceeding ? tx.execute<{ ledger: Ledger }>(ledger(actor.countyId, disputeId, proceeding.id, today)) : [],
    ]);
    const found = rows[0]?.ledger ?? nothing;
    const inForce = proceeding?.track === "peoples" ? (facts?.inForce ?? null) : null;
    // What has been applied for is not advised any more.
    const confirmUntil = inForce?.confirmation?.stoppedOn ? null : await confirmationUntil(tx, actor.countyId, inForce);
    return {
      ...found,
      obligations: found.obligations.map((obligation) => ({
        ...obligation,
        breaches: obligation.breaches.map((breach) => ({
          ...breach,
          confirmUntil: confirmUntil && confirmUntil >= today ? confirmUntil : null,
          // The last day of a term that is a day off moves to the day after it (民法典 203；民诉法 85).
          sueUntil: rollToWorkday(addMonths(breach.breachedOn, 12 * rules["suit.years"]), overrides),
          enforceUntil: rollToWorkday(addMonths(obligation.dueOn, 12 * rules["enforcement.years"]), overrides),
        })),
      })),
      disputeId,
      today,
      proceeding: proceeding && {
        id: proceeding.id,
        track: proceeding.track,
        status: proceeding.status,
        version: proceeding.version,
      },
      allowed: allowedActions(actor, actsBy, dispute, proceeding, facts),
      closeOutcomes: proceeding ? closeOutcomes(proceeding, facts?.formInForce ?? null) : [],
    };
  });
}
