import { type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import type { NextStep, ProceedingStatus, RiskLevel } from "@/db/vocabulary";
import { reachable } from "../../access/reachable";
import type { DueCursor } from "../../disputes/inputs";
import { awaitsSeal, isOpen } from "../../disputes/parts/counted-sets";
import type { Context } from "../../kernel/context";
import { forbidden } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { committeeInput } from "../inputs";

type CommitteeInput = z.output<typeof committeeInput>;

/** A paper on which only the committee's seal is missing, with who signed when (ISO text). */
export interface PaperToSeal {
  disputeId: string;
  proceedingId: string;
  version: number;
  title: string;
  number: string;
  leadName: string;
  /** The reader mediated it: another head seals it, if there is one. */
  isOwn: boolean;
  /** Who may. */
  sealers: string[];
  clauses: number;
  /** What the seal makes binding, in the order of the paper. */
  obligations: {
    ordinal: number;
    text: string;
    amountFen: number | null;
    dueOn: string | null;
    dueAfterDays: number | null;
  }[];
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
/** A dispute without a lead yet, or one that can be closed by its newest proceeding. */
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
/** The longest waiting of a kind, and how many there are; the list of disputes holds the rest. */
export interface Waiting {
  rows: WaitingDispute[];
  total: number;
}
export interface CommitteeOverview {
  committeeName: string;
  /** A page of the papers, the soonest due first, with where the next begins. */
  toSeal: PaperToSeal[];
  toSealTotal: number;
  next: DueCursor;
  untriaged: Waiting;
  toClose: Waiting;
  /** Who leads what is open, the most overdue first: how many, and of how many the next step is late; also mediators with none in hand. */
  load: { id: string; name: string; open: number; late: number }[];
  /** By each dispute's newest proceeding, as the lists behind the figures count. */
  counts: { open: number; signing: number; performing: number; overdueObligations: number; archived: number };
}

const papersShown = 20;
const waitingShown = 8;

/** The page's papers with who signed them, from `paper`. */
const papers = (after: CommitteeInput["after"]): SQL => sql`
  select p.due_at, p.proceeding_id, json_build_object('disputeId', p.dispute_id, 'proceedingId', p.proceeding_id, 'version', p.version, 'title', p.title,
    'number', p.number, 'leadName', p.lead_name, 'isOwn', not z.is_mine,
    'sealers', z.names, 'sentToSignAt', p.sent_to_sign_at, 'dueAt', p.due_at,
    'clauses', (select count(*) from obligations o where o.county_id = p.county_id and o.agreement_id = p.id),
    'obligations', (select coalesce(json_agg(json_build_object('ordinal', o.ordinal, 'text', o.text, 'amountFen', o.amount_fen, 'dueOn', o.due_on,
      'dueAfterDays', o.due_after_days) order by o.ordinal), '[]') from obligations o where o.county_id = p.county_id and o.agreement_id = p.id),
    'totalFen', coalesce((select sum(o.amount_fen) from obligations o where o.county_id = p.county_id and o.agreement_id = p.id), 0),
    'signers', (select json_agg(json_build_object('kind', s.signer_kind, 'side', y.side, 'name', coalesce(y.name, w.name), 'byName', l.name, 'signedAt', s.signed_at)
        order by s.signed_at, s.id)
      from signatures s left join app.readable_parties y on y.county_id = s.county_id and y.id = s.party_id
      left join people w on w.county_id = s.county_id and w.id = s.person_id
      left join app.readable_party_links l on l.county_id = s.county_id and l.id = s.signed_by_link_id
      where s.county_id = p.county_id and s.agreement_id = p.id)) as row
  from (select * from paper ${after ? sql`where (due_at, proceeding_id) > (${after.dueAt}::timestamptz, ${after.key}::uuid)` : sql``}
    order by due_at, proceeding_id limit ${papersShown + 1}) p
    cross join lateral (select coalesce(json_agg(h.name), '[]') as names, coalesce(bool_or(h.id = app.person()), false) as is_mine
      from app.sealers_of(p.county_id, p.proceeding_id) h) z`;

const waitingRows = (of: SQL): SQL => sql`(select json_build_object('total', (select count(*) from (${of}) n),
  'rows', coalesce((select json_agg(x.row order by x.at, x.id) from (select * from (${of}) y order by y.at, y.id limit ${waitingShown}) x), '[]')))`;

const untriaged = sql`select m.registered_at as at, m.id, json_build_object('disputeId', m.id, 'title', m.title, 'risk', m.risk, 'status', null,
    'nextStep', 'triage', 'leadName', null, 'since', m.registered_at, 'dueAt', null) as row
  from mine m where m.not_accepted_at is null and not exists (select from pr where pr.dispute_id = m.id)`;
const toClose = sql`select pr.next_due_at as at, pr.id, json_build_object('disputeId', pr.dispute_id, 'title', pr.title, 'risk', pr.risk, 'status', pr.status,
    'nextStep', pr.next_step, 'leadName', pr.lead_name, 'since', coalesce(pr.ended_at, pr.accepted_at), 'dueAt', pr.next_due_at) as row
  from pr join newest on newest.proceeding_id = pr.id where pr.status in ('performed', 'closed')`;

/**
 * The committee head's home page: what waits for the seal, for a lead and for closing, and how many disputes run. All of
 * it is among what is open, also what ended here because it was handed over and is still to be filed; what is archived is
 * counted by the committee's own rights.
 */
export function readCommitteeOverview(ctx: Context, { after }: CommitteeInput): Promise<CommitteeOverview> {
  const { actor, now } = ctx;
  const { countyId, committeeId } = actor;
  if (!committeeId) throw forbidden();
  const today = dayOf(now);
  return asActor(ctx, async (tx) => {
    const [found] = await tx.execute<{ overview: Omit<CommitteeOverview, "next"> }>(sql`
      with mine as materialized (
        select d.county_id, d.id, d.title, d.risk, d.registered_at, d.not_accepted_at, d.merged_at from ${reachable(actor, { isOpen: true })} near
        join disputes d on d.county_id = ${countyId}::uuid and d.id = near.id
      ), pr as materialized (
        select r.*, mine.title, mine.risk, w.name as lead_name from mine join proceedings r on r.county_id = mine.county_id and r.dispute_id = mine.id
        join people w on w.county_id = r.county_id and w.id = r.lead_person_id
      ), newest as (
        select distinct on (m.id) m.id, pr.id as proceeding_id, pr.status, pr.archived_at from mine m left join pr on pr.dispute_id = m.id
        where m.not_accepted_at is null order by m.id, pr.ordinal desc
      ), paper as (
        select a.county_id, a.id, a.number, a.sent_to_sign_at, pr.dispute_id, pr.id as proceeding_id, pr.version, pr.title, pr.lead_name, pr.lead_person_id, pr.next_due_at as due_at
        from pr join agreements a on a.county_id = pr.county_id and a.proceeding_id = pr.id
        where ${awaitsSeal}
      )
      select json_build_object(
        'committeeName', (select name from committees where county_id = ${countyId}::uuid and id = ${committeeId}::uuid),
        'toSeal', coalesce((select json_agg(x.row order by x.due_at, x.proceeding_id) from (${papers(after)}) x), '[]'::json),
        'toSealTotal', (select count(*) from paper),
        'untriaged', ${waitingRows(untriaged)},
        'toClose', ${waitingRows(toClose)},
        'load', (select coalesce(json_agg(x order by x.late desc, x.open desc, x.id), '[]') from (
          select l.id, l.name, count(distinct l.dispute_id)::int as open,
            (count(distinct l.dispute_id) filter (where l.next_due_at < ${now.toISOString()}::timestamptz))::int as late
          from (select pr.lead_person_id as id, pr.lead_name as name, pr.dispute_id, pr.next_due_at from pr where pr.ended_at is null
            union all select m.id, m.name, null, null from people m where m.county_id = ${countyId}::uuid and m.committee_id = ${committeeId}::uuid
              and m.role = 'mediator' and m.disabled_at is null) l
          group by 1, 2) x),
        'counts', json_build_object(
          'open', (select count(*) from mine d where ${isOpen}),
          'signing', (select count(*) from newest where status = 'signing'),
          'performing', (select count(*) from newest where status = 'performing'),
          'overdueObligations', (select count(*) from pr join agreements a on a.county_id = pr.county_id and a.proceeding_id = pr.id
            join obligations o on o.county_id = a.county_id and o.agreement_id = a.id
            where a.status in ('effective', 'replaced') and pr.ended_at is null and num_nonnulls(o.performed_at, o.waived_at, o.superseded_at) = 0 and o.due_on < ${today}::date),
          'archived', (select count(distinct a.dispute_id) from dispute_access a where a.county_id = ${countyId}::uuid and a.subject_id = ${committeeId}::uuid
            and a.relation = 'committee' and not a.is_open and not a.is_merged and a.proceeding_id is not null
            and a.dispute_id not in (select n.id from newest n where n.archived_at is null)))
      ) as overview`);
    if (!found) throw forbidden();
    const { toSeal, ...rest } = found.overview;
    const shown = toSeal.slice(0, papersShown);
    const last = toSeal.length > papersShown ? shown.at(-1) : undefined;
    const next = last ? { dueAt: new Date(last.dueAt).toISOString(), key: last.proceedingId } : null;
    return { ...rest, toSeal: shown, next };
  });
}
