import { sql } from "drizzle-orm";
import type { ObligationKind, Outcome, ProceedingStatus, ProofKind, Satisfaction, Track } from "@/db/vocabulary";
import { readPart } from "../../access/gate";
import type { Action } from "../../access/policy";
import { showsPart } from "../../access/views";
import type { Speakable } from "../../binding/choices";
import { speakable } from "../../binding/parts/speakable";
import { closeOutcomes } from "../../disputes/parts/close-outcomes";
import { allowedActions } from "../../disputes/reads/allowed";
import { factsOf } from "../../disputes/reads/facts";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";

export interface PerformanceParty extends Speakable {
  id: string;
  side: number;
  name: string;
}
export interface PerformanceProof {
  id: string;
  partyId: string;
  amountFen: number | null;
  performedOn: string;
  proof: ProofKind;
  proofNote: string;
  recordedByName: string;
}
/** One obligation with what was performed. `openFen` is 0 for acts and once the sum is paid in full. */
export interface ObligationLedger {
  id: string;
  ordinal: number;
  kind: ObligationKind;
  text: string;
  amountFen: number | null;
  paidFen: number;
  openFen: number;
  dueOn: string;
  proof: ProofKind;
  verifierName: string | null;
  performedAt: string | null;
  isOverdue: boolean;
  obligorPartyIds: string[];
  obligeePartyIds: string[];
  proofs: PerformanceProof[];
  urges: { id: string; note: string; urgedAt: string; urgedByName: string }[];
}
export interface Visit {
  id: string;
  partyId: string | null;
  visitedOn: string;
  satisfaction: Satisfaction;
  escalationSigns: string;
  note: string;
  visitedByName: string;
}
export interface PerformancePage {
  disputeId: string;
  today: string;
  proceeding: { id: string; track: Track; status: ProceedingStatus; version: number } | null;
  allowed: Action[];
  /** Outcomes it may close with, the usual one first; empty before there is a proceeding. */
  closeOutcomes: readonly Outcome[];
  agreement: { id: string; number: string | null; effectiveAt: string } | null;
  parties: PerformanceParty[];
  obligations: ObligationLedger[];
  visits: Visit[];
}

type Ledger = Pick<PerformancePage, "agreement" | "parties" | "obligations" | "visits">;

const ledger = (countyId: string, disputeId: string, proceedingId: string, today: string) => sql`
  with ag as (
    select * from agreements a where a.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid and a.status = 'effective'
  ), ob as (
    select o.id, o.ordinal, o.kind, o.text, o.amount_fen as "amountFen", o.due_on as "dueOn", o.proof, v.name as "verifierName", o.performed_at as "performedAt",
      o.performed_at is null and o.due_on < ${today}::date as "isOverdue", coalesce(paid.fen, 0) as "paidFen",
      case when o.amount_fen is null then 0 else o.amount_fen - coalesce(paid.fen, 0) end as "openFen",
      coalesce((select json_agg(q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligor'), '[]'::json) as "obligorPartyIds",
      coalesce((select json_agg(q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligee'), '[]'::json) as "obligeePartyIds",
      coalesce((select json_agg(json_build_object('id', f.id, 'partyId', f.party_id, 'amountFen', f.amount_fen, 'performedOn', f.performed_on,
          'proof', f.proof, 'proofNote', f.proof_note, 'recordedByName', w.name) order by f.performed_on, f.recorded_at, f.id)
        from performances f join people w on w.county_id = f.county_id and w.id = f.recorded_by
        where f.county_id = o.county_id and f.obligation_id = o.id), '[]'::json) as proofs,
      coalesce((select json_agg(json_build_object('id', u.id, 'note', u.note, 'urgedAt', u.urged_at, 'urgedByName', w.name) order by u.urged_at desc)
        from urges u join people w on w.county_id = u.county_id and w.id = u.urged_by
        where u.county_id = o.county_id and u.obligation_id = o.id), '[]'::json) as urges
    from obligations o join ag on o.county_id = ag.county_id and o.agreement_id = ag.id
    left join people v on v.county_id = o.county_id and v.id = o.verifier_id
    left join lateral (select sum(f.amount_fen)::bigint as fen from performances f where f.county_id = o.county_id and f.obligation_id = o.id) paid on true
  )
  select json_build_object(
    'agreement', (select json_build_object('id', ag.id, 'number', ag.number, 'effectiveAt', ag.effective_at) from ag),
    'parties', coalesce((select json_agg(json_build_object('id', p.id, 'side', p.side, 'name', p.name, ${speakable()}) order by p.position)
      from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}::uuid), '[]'::json),
    'obligations', coalesce((select json_agg(to_jsonb(ob) order by ob.ordinal) from ob), '[]'::json),
    'visits', coalesce((select json_agg(json_build_object('id', v.id, 'partyId', v.party_id, 'visitedOn', v.visited_on, 'satisfaction', v.satisfaction,
        'escalationSigns', v.escalation_signs, 'note', v.note, 'visitedByName', w.name) order by v.visited_on desc, v.id desc)
      from follow_up_visits v join people w on w.county_id = v.county_id and w.id = v.visited_by
      where v.county_id = ${countyId}::uuid and v.proceeding_id = ${proceedingId}::uuid), '[]'::json)
  ) as ledger`;

const nothing: Ledger = { agreement: null, parties: [], obligations: [], visits: [] };

/** The obligations of the agreement in force and their performance, with proofs, urges and visits. */
export function performanceOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<PerformancePage> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy, view } = await readPart(tx, actor, disputeId, "performance");
    if (!showsPart(view, "performance")) throw notFound();

    const today = dayOf(now);
    const [facts, rows] = await Promise.all([
      proceeding && factsOf(tx, actor.countyId, proceeding.id, now),
      proceeding ? tx.execute<{ ledger: Ledger }>(ledger(actor.countyId, disputeId, proceeding.id, today)) : [],
    ]);
    return {
      ...(rows[0]?.ledger ?? nothing),
      disputeId,
      today,
      proceeding: proceeding && {
        id: proceeding.id,
        track: proceeding.track,
        status: proceeding.status,
        version: proceeding.version,
      },
      allowed: allowedActions(actor, actsBy, dispute, proceeding, facts),
      closeOutcomes: proceeding ? closeOutcomes(proceeding, facts?.agreementForm ?? null) : [],
    };
  });
}
