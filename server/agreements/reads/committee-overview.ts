import { sql } from "drizzle-orm";
import type { NextStep, ProceedingStatus, RiskLevel } from "@/db/vocabulary";
import type { Context } from "../../kernel/context";
import { forbidden } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";

/** A paper on which only the committee's seal is missing, with who signed when (ISO text). */
export interface PaperToSeal {
  disputeId: string;
  proceedingId: string;
  version: number;
  title: string;
  number: string;
  leadName: string;
  clauses: number;
  totalFen: number;
  sentToSignAt: string;
  dueAt: string;
  signers: {
    kind: "party" | "witness" | "mediator";
    side: number | null;
    name: string;
    byName: string | null;
    signedAt: string;
  }[];
}
/** A dispute without a lead yet, or one that can be closed. */
export interface WaitingDispute {
  disputeId: string;
  title: string;
  risk: RiskLevel;
  status: ProceedingStatus | null;
  nextStep: NextStep | null;
  leadName: string | null;
  since: string;
  dueAt: string | null;
}
export interface CommitteeOverview {
  committeeName: string;
  toSeal: PaperToSeal[];
  untriaged: WaitingDispute[];
  toClose: WaitingDispute[];
  /** By each dispute's newest proceeding, as the lists behind the figures count. */
  counts: { open: number; signing: number; performing: number; overdueObligations: number; archived: number };
}

/** The committee head's home page: what waits for the seal, for a lead and for closing, and how many disputes run. */
export function readCommitteeOverview(ctx: Context): Promise<CommitteeOverview> {
  const { actor, now } = ctx;
  const { countyId, committeeId } = actor;
  if (!committeeId) throw forbidden();
  const today = dayOf(now);
  return asActor(ctx, async (tx) => {
    const [found] = await tx.execute<{ overview: CommitteeOverview }>(sql`
      with mine as (
        select d.county_id, d.id, d.title, d.risk, d.registered_at, d.not_accepted_at from disputes d
        where d.county_id = ${countyId}::uuid and d.committee_id = ${committeeId}::uuid
      ), pr as (
        select r.*, mine.title, mine.risk, w.name as lead_name from proceedings r join mine on mine.county_id = r.county_id and mine.id = r.dispute_id
        join people w on w.county_id = r.county_id and w.id = r.lead_person_id
      ), newest as (
        select distinct on (m.id) m.id, pr.status, pr.archived_at from mine m left join pr on pr.dispute_id = m.id
        where m.not_accepted_at is null order by m.id, pr.ordinal desc
      ), paper as (
        select a.* from agreements a join pr on pr.county_id = a.county_id and pr.id = a.proceeding_id
        where a.status = 'signing' and pr.status = 'signing' and pr.next_step = 'sealAgreement'
      )
      select json_build_object(
        'committeeName', (select name from committees where county_id = ${countyId}::uuid and id = ${committeeId}::uuid),
        'toSeal', coalesce((select json_agg(json_build_object('disputeId', pr.dispute_id, 'proceedingId', pr.id, 'version', pr.version, 'title', pr.title,
            'number', a.number, 'leadName', pr.lead_name, 'sentToSignAt', a.sent_to_sign_at, 'dueAt', pr.next_due_at,
            'clauses', (select count(*) from obligations o where o.county_id = a.county_id and o.agreement_id = a.id),
            'totalFen', coalesce((select sum(o.amount_fen) from obligations o where o.county_id = a.county_id and o.agreement_id = a.id), 0),
            'signers', (select json_agg(json_build_object('kind', s.signer_kind, 'side', p.side, 'name', coalesce(p.name, w.name), 'byName', l.name, 'signedAt', s.signed_at)
                order by s.signed_at, s.id)
              from signatures s left join app.readable_parties p on p.county_id = s.county_id and p.id = s.party_id
              left join people w on w.county_id = s.county_id and w.id = s.person_id
              left join app.readable_party_links l on l.county_id = s.county_id and l.id = s.signed_by_link_id
              where s.county_id = a.county_id and s.agreement_id = a.id)
          ) order by pr.next_due_at, a.id) from paper a join pr on pr.county_id = a.county_id and pr.id = a.proceeding_id), '[]'::json),
        'untriaged', coalesce((select json_agg(json_build_object('disputeId', m.id, 'title', m.title, 'risk', m.risk, 'status', null, 'nextStep', 'triage',
            'leadName', null, 'since', m.registered_at, 'dueAt', null) order by m.registered_at)
          from mine m where m.not_accepted_at is null and not exists (select from pr where pr.dispute_id = m.id)), '[]'::json),
        'toClose', coalesce((select json_agg(json_build_object('disputeId', pr.dispute_id, 'title', pr.title, 'risk', pr.risk, 'status', pr.status, 'nextStep', pr.next_step,
            'leadName', pr.lead_name, 'since', coalesce(pr.ended_at, pr.accepted_at), 'dueAt', pr.next_due_at) order by pr.next_due_at, pr.id)
          from pr where pr.status in ('performed', 'closed')), '[]'::json),
        'counts', json_build_object(
          'open', (select count(*) from newest where archived_at is null),
          'signing', (select count(*) from newest where status = 'signing'),
          'performing', (select count(*) from newest where status = 'performing'),
          'overdueObligations', (select count(*) from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
            join pr on pr.county_id = a.county_id and pr.id = a.proceeding_id
            where a.status = 'effective' and pr.ended_at is null and o.performed_at is null and o.due_on < ${today}::date),
          'archived', (select count(*) from newest where archived_at is not null))
      ) as overview`);
    if (!found) throw forbidden();
    return found.overview;
  });
}
