import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { MediationFailure, OtherRoute, Outcome, Track } from "@/db/vocabulary";
import { newestOrigin } from "../../files/parts/newest-origin";
import { proofOfPayment } from "../../files/parts/proof-of-payment";
import { dayOf } from "../../kernel/shanghai";
import { rulesByOwner } from "../../rules/queries";
import { type PaperLine, type PapersCounted, paperList } from "./paper-list";

/** Counts of a police case (app.police_papers). */
interface PoliceCounts {
  findings: number;
  minors: number;
  guardiansTold: number;
  /** Minors for whom a guardian acts, and of how many one was there, signed or said yes. */
  guarded: number;
  guardiansCame: number;
  /** Appraisals for which the clock was paused, and those that came. */
  appraisals: number;
  appraised: number;
  accounts: number;
  onSpot: boolean;
  refusals: number;
  failure: MediationFailure | null;
  suingTold: boolean;
  applications: number;
  decisions: number;
}

/** Counts from the rows of one proceeding. */
export interface PaperCounts {
  triages: number;
  parties: number;
  noticed: number;
  consented: number;
  invitations: number;
  sessionsEnded: number;
  sessionsRecorded: number;
  agreementForm: "written" | "oral" | null;
  isInForce: boolean;
  signed: number;
  mediatorSigned: boolean;
  sealed: boolean;
  obligations: number;
  proven: number;
  visits: number;
  outcome: Outcome | null;
  routesTold: number;
  /** Null on every other track. */
  police: PoliceCounts | null;
}

/** How a proceeding ended. Times are ISO text. */
export interface DossierEnding {
  outcome: Outcome;
  reason: string;
  routesTold: OtherRoute[];
  endedAt: string;
  endedByName: string;
}

/** What only the list of papers counts. */
type Beside = Pick<
  PapersCounted,
  | "persons"
  | "agents"
  | "authorised"
  | "files"
  | "filed"
  | "payClauses"
  | "paidClauses"
  | "isPerformedAtOnce"
  | "isApplied"
  | "isSent"
  | "subjects"
>;
type Counted = PaperCounts & { ending: DossierEnding | null; beside: Beside };

const counted = (countyId: string | SQL, disputeId: string | SQL, proceedingId: string | SQL) => sql`
  with ag as (select * from agreements where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid and status not in ('withdrawn', 'replaced') order by status desc limit 1),
  owed as (select o.* from agreements a join obligations o on o.county_id = a.county_id and o.agreement_id = a.id
    where a.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid and (a.status = 'replaced' and o.superseded_at is null or a.id = (select id from ag))),
  se as (select * from sessions where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid and status = 'ended' and kind = 'joint'),
  pa as (select id, name from app.readable_parties where county_id = ${countyId}::uuid and dispute_id = ${disputeId}::uuid and not is_departed),
  fi as (select f.id, f.name, f.added_at, f.kind as file_kind, n.paper_kind is not null as is_signed, coalesce(n.paper_kind, case when g.obligation_id is not null then 'receipt'::paper_kind end) as kind, coalesce(n.provider, '') as provider,
      n.paper_kind is null and not coalesce(g.is_paid, true) as is_part,
      row_number() over (partition by case when n.paper_kind is null then coalesce(g.obligation_id, f.id) else f.id end order by f.added_at, f.id) as nth
    from files f left join lateral ${newestOrigin(sql`o.paper_kind, o.provider`)} n on true
      left join lateral ${proofOfPayment} g on true
    where f.county_id = ${countyId}::uuid and f.dispute_id = ${disputeId}::uuid and f.lane in ('open', 'joint')
      and (f.proceeding_id is null or f.proceeding_id = ${proceedingId}::uuid)),
  en as (select * from endings where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid)
  select json_build_object(
    'triages', (select count(*) from triages where county_id = ${countyId}::uuid and dispute_id = ${disputeId}::uuid),
    'parties', (select count(*) from pa),
    'noticed', (select count(*) from pa where exists (select from notices n where n.county_id = ${countyId}::uuid
      and n.proceeding_id = ${proceedingId}::uuid and n.party_id = pa.id)),
    'consented', (select count(*) from pa) - (select count(*) from app.consent_gap(${countyId}::uuid, ${proceedingId}::uuid, ${disputeId}::uuid, null, null)),
    'invitations', (select count(*) from invitations where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid),
    'sessionsEnded', (select count(*) from se),
    'sessionsRecorded', (select count(*) from se where exists (select from session_records r where r.county_id = se.county_id and r.session_id = se.id)),
    'agreementForm', (select form from ag),
    'isInForce', coalesce((select status = 'effective' from ag), false),
    'signed', (select count(*) from signatures s join ag on ag.county_id = s.county_id and ag.id = s.agreement_id where s.signer_kind = 'party' and s.party_id in (select id from pa)),
    'mediatorSigned', exists (select from signatures s join ag on ag.county_id = s.county_id and ag.id = s.agreement_id where s.signer_kind = 'mediator'),
    'sealed', exists (select from seals s join ag on ag.county_id = s.county_id and ag.id = s.agreement_id),
    'obligations', (select count(*) from owed),
    'proven', (select count(*) from owed where performed_at is not null),
    'visits', (select count(*) from follow_up_visits where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid),
    'police', app.police_papers(${countyId}::uuid, ${proceedingId}::uuid),
    'beside', (select json_build_object(
      'persons', (select coalesce(json_agg(n.name order by n.name), '[]') from (select name from pa union all
        (select l.name from app.readable_party_links l join pa on pa.id = l.party_id
        where l.county_id = ${countyId}::uuid and l.kind in ('agent', 'guardian') and l.ended_at is null
        except select name from pa)) n),
      'agents', (select count(*) from app.readable_party_links l join pa on pa.id = l.party_id where l.county_id = ${countyId}::uuid and l.kind = 'agent' and l.ended_at is null),
      'authorised', (select count(*) from app.readable_party_links l join pa on pa.id = l.party_id
        where l.county_id = ${countyId}::uuid and l.kind = 'agent' and l.ended_at is null and l.may_sign),
      'files', (select count(*) from fi where kind is null),
      'filed', (select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'name', name, 'provider', provider,
        'fileKind', file_kind, 'isSigned', is_signed, 'isFurther', is_part or nth > 1) order by added_at, id), '[]') from fi where kind is not null),
      'payClauses', (select count(*) from owed where kind = 'pay'), 'paidClauses', (select count(*) from owed where kind = 'pay' and performed_at is not null),
      'isPerformedAtOnce', coalesce((select count(*) > 0 and bool_and(coalesce((o.performed_at at time zone 'Asia/Shanghai')::date <= (a.effective_at at time zone 'Asia/Shanghai')::date, false))
        from owed o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id), false),
      'subjects', json_build_object(
        'record', (select coalesce(json_agg(json_build_object('id', se.id, 'on', (se.starts_at at time zone 'Asia/Shanghai')::date::text, 'name', '') order by se.ordinal), '[]')
          from se where exists (select from session_records r where r.county_id = se.county_id and r.session_id = se.id)),
        'receipt', (select coalesce(json_agg(json_build_object('id', f.id, 'on', f.performed_on, 'name', '') order by f.performed_on, f.recorded_at, f.id), '[]')
          from owed join performances f on f.county_id = owed.county_id and f.obligation_id = owed.id and f.amount_fen is not null and f.kind in ('performed', 'overpaid', 'paidTwice')
          where not exists (select from performances c where c.county_id = f.county_id and c.corrects_id = f.id)),
        'revisit', (select coalesce(json_agg(json_build_object('id', v.id, 'on', v.visited_on, 'name', '') order by v.visited_on, v.recorded_at, v.id), '[]')
          from follow_up_visits v where v.county_id = ${countyId}::uuid and v.proceeding_id = ${proceedingId}::uuid),
        'authority', (select coalesce(json_agg(json_build_object('id', l.id, 'on', null, 'name', l.name) order by l.id), '[]')
          from app.readable_party_links l join pa on pa.id = l.party_id where l.county_id = ${countyId}::uuid and l.kind = 'agent' and l.ended_at is null),
        'representatives', (select coalesce(json_agg(json_build_object('id', e.id, 'on', e.elected_on, 'name', '') order by e.recorded_at, e.id), '[]')
          from elections e where e.county_id = ${countyId}::uuid and e.dispute_id = ${disputeId}::uuid
            and exists (select from app.readable_party_links l where l.county_id = e.county_id and l.election_id = e.id and l.ended_at is null)),
        'noPenalty', (select coalesce(json_agg(json_build_object('id', s.id, 'on', s.applied_on, 'name', '') order by s.recorded_at, s.id), '[]')
          from settlement_applications s where s.county_id = ${countyId}::uuid and s.proceeding_id = ${proceedingId}::uuid)),
      'isSent', coalesce((select form = 'written' and status in ('signing', 'effective') from ag), false),
      'isApplied', exists (select from clocks c where c.county_id = ${countyId}::uuid and c.proceeding_id = ${proceedingId}::uuid and c.stopped_by = 'applied'))),
    'outcome', (select outcome from en),
    'routesTold', coalesce((select cardinality(routes_told) from en), 0),
    'ending', (select json_build_object('outcome', en.outcome, 'reason', en.reason, 'routesTold', en.routes_told, 'endedAt', en.ended_at, 'endedByName', w.name)
      from en join people w on w.county_id = en.county_id and w.id = en.ended_by)
  ) as counted`;

/**
 * What a proceeding's dossier holds, as the reader may count it, and the list of its official papers by the practice and the
 * rules of the day on which it was archived, or of today.
 */
export async function papersOf(
  tx: Tx,
  countyId: string,
  disputeId: string,
  proceeding: { id: string; committeeId: string; track: Track; archivedAt: Date | null },
  now: Date,
): Promise<{ counted: Counted | null; papers: PaperLine[] }> {
  const day = dayOf(proceeding.archivedAt ?? now);
  const [rules, rows] = await Promise.all([
    rulesByOwner(tx, countyId, day),
    tx.execute<{ counted: Counted }>(counted(countyId, disputeId, proceeding.id)),
  ]);
  const found = rows[0]?.counted;
  if (!found) return { counted: null, papers: [] };
  const simpleSessions = rules(proceeding)["papers.simpleSessions"];
  return { counted: found, papers: paperList(proceeding.track, papersCounted(found), { day, simpleSessions }) };
}

/** The same of several proceedings at once, in one statement, by their ids; those that the reader may not read are not among them. */
export async function countsOfAll(
  tx: Tx,
  countyId: string,
  proceedingIds: readonly string[],
): Promise<Map<string, PapersCounted>> {
  const rows = await tx.execute<{ id: string; counted: Counted }>(sql`
    select due.id, c.counted from proceedings due
    cross join lateral (${counted(sql`due.county_id`, sql`due.dispute_id`, sql`due.id`)}) c
    where due.county_id = ${countyId}::uuid and due.id = any (${`{${proceedingIds.join(",")}}`}::uuid[])`);
  return new Map(rows.map((row) => [row.id, papersCounted(row.counted)]));
}

const papersCounted = ({ beside, police, ...counts }: Counted): PapersCounted => ({
  ...counts,
  ...beside,
  // The police's record of a session is another paper about the same session.
  subjects: { ...beside.subjects, policeRecord: beside.subjects.record },
  onSpot: police?.onSpot ?? false,
  applications: police?.applications ?? 0,
});
