import { sql } from "drizzle-orm";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";

/** What is on record somewhere that bears on the gate; each word has its sentence in `triage.found`. */
export type GateFindingKind =
  | "judged"
  | "filed"
  | "byCourt"
  | "notAccepted"
  | "publicSecurityToPenalty"
  | "publicSecurityPerformed"
  | "publicSecuritySettled"
  | "outside"
  | "courtAction"
  | "confirmation";

/** Where it was found, on which day ('YYYY-MM-DD'), and what stands there. */
export interface GateFinding extends Record<string, unknown> {
  kind: GateFindingKind;
  disputeId: string;
  number: string;
  /** In an earlier proceeding of this very matter. */
  isOwn: boolean;
  on: string;
  text: string;
}

/** Each name leads to so many matters at most, all phones and all ID numbers to so many, the newest; so many findings are shown. */
const most = { each: 20, byPhone: 60, findings: 12 } as const;

/**
 * What the product knows of a court, the police or a body outside, the newest first. It looks into earlier proceedings of this
 * matter, registrations merged into it, and what it is a relapse of or is linked to. Other matters of the same people are looked
 * into as far as whoever asks works on them: at least two parties who are no minors share a name, phone or ID number.
 * It shows where to look and answers nothing by itself, since people may have more than one quarrel. What the matter's own
 * record answers is `app.gate_record`.
 */
export function gateHistoryOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<GateFinding[]> {
  const { actor } = ctx;
  const county = sql`${actor.countyId}::uuid`;
  const here = sql`${disputeId}::uuid`;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "gate.read", disputeId);
    return tx.execute<GateFinding>(sql`
      with mine as materialized (
        select r.id, case when r.kind <> 'unidentified' and length(r.name) > 1 then app.name_form(r.name) end as form,
          nullif(p.phone_line_hash, '') as phone, nullif(p.id_number_hash, '') as id_number
        from app.readable_parties r join parties p on p.county_id = r.county_id and p.id = r.id
        where r.county_id = ${county} and r.dispute_id = ${here} and not p.is_minor),
      alike as materialized (
        select f.id from mine m cross join lateral app.find_disputes(array[m.form], array[]::uuid[], array[]::integer[], false,
          null::timestamptz, null::uuid, ${most.each}::int) f where m.form is not null
        union (select p.dispute_id from parties p where p.county_id = ${county} and p.phone_line_hash in (select m.phone from mine m)
          order by p.dispute_id desc limit ${most.byPhone}::int)
        union (select p.dispute_id from parties p where p.county_id = ${county} and p.id_number_hash in (select m.id_number from mine m)
          order by p.dispute_id desc limit ${most.byPhone}::int)),
      same as materialized (
        select a.id from alike a where (select count(distinct m.id) from app.readable_parties r join parties p on p.county_id = r.county_id and p.id = r.id
          join mine m on m.phone = p.phone_line_hash or m.id_number = p.id_number_hash or m.form = app.name_form(r.name)
          where r.county_id = ${county} and r.dispute_id = a.id and not p.is_minor) > 1),
      found as materialized (
        select d.* from disputes d where d.county_id = ${county}
          and d.id in (select id from same union select ${here} union select l.other_id from app.dispute_links_of(${here}) l where l.removed_at is null
            union select o.relapse_of from disputes o where o.county_id = ${county} and o.id = ${here} and o.relapse_of is not null
            union select m.id from disputes m where m.county_id = ${county} and m.merged_into = ${here})
          and exists (select from app.own_rights a where a.county_id = d.county_id and a.dispute_id = d.id
            and a.relation in ('lead', 'formerLead', 'successor', 'committee', 'station', 'otherLine') offset 0))
      select x.kind, d.id as "disputeId", d.number, d.id = ${here} as "isOwn", x.at::text as "on", x.text
      from found d cross join lateral (
        select case g.question when 'judgedByCourt' then 'judged' else 'filed' end as kind, app.day_of(g.given_at) as at, g.reason as text
          from (select distinct on (a.question) a.* from gate_answers a where a.county_id = d.county_id and a.dispute_id = d.id
            and a.question in ('judgedByCourt', 'inCourt') order by a.question, a.ordinal desc) g where g.answer = 'yes' and d.id <> ${here}
        union all
        select 'byCourt', app.day_of(d.registered_at), concat_ws(' ', nullif(d.referred_by, ''), nullif(d.referral_number, ''))
          where d.source in ('courtReferral', 'courtEntrusted') and d.id <> ${here}
        union all
        select 'notAccepted', coalesce(d.not_accepted_on, app.day_of(d.not_accepted_at)), d.not_accepted_reason::text
          where d.not_accepted_reason in ('judgedByCourt', 'acceptedElsewhere')
        union all
        select p.outcome::text, app.day_of(p.ended_at), '' from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id
          and p.outcome in ('publicSecurityToPenalty', 'publicSecurityPerformed', 'publicSecuritySettled')
        union all
        select 'outside', coalesce(t.answered_on, app.day_of(t.answered_at)), concat_ws('：', t.to_body, nullif(t.result, ''))
          from transfers t where t.county_id = d.county_id and t.dispute_id = d.id and t.to_body <> '' and t.is_accepted
        union all
        select 'courtAction', v.visited_on, v.court_action from follow_up_visits v
          where v.county_id = d.county_id and v.dispute_id = d.id and v.court_action <> ''
        union all
        select 'confirmation', c.stopped_on, '' from clocks c where c.county_id = d.county_id and c.dispute_id = d.id
          and c.kind = 'confirmation' and c.stopped_by = 'applied') x
      order by x.at desc, d.number desc, x.kind limit ${most.findings}`);
  });
}
