import { type SQL, sql } from "drizzle-orm";
import type { InvitationStatus, TieKind, TieSource } from "@/db/vocabulary";
import type { Speakable } from "../../binding/choices";
import { speakable } from "../../binding/parts/speakable";
import { type Presence, presenceAmong } from "../../slots/presence";

/** A tie between a candidate and one party: disclosed, recorded or worked out. */
export interface CandidateTie {
  kind: TieKind;
  partyId: string;
  party: string;
  source: TieSource | "worked out";
  /** Whether every party has agreed to them in spite of such ties. An objection cannot be waived by others. */
  isWaived: boolean;
}

/** A member of a force who could be asked, with the reasons for and against in figures. */
export interface Candidate {
  forceCode: string;
  personId: string;
  name: string;
  post: string;
  area: string;
  deputy: string | null;
  /** Whether they are the deputy of a member of this force who declined or stayed silent here. */
  isDeputy: boolean;
  /** The area they help in names the place of the dispute. */
  isNear: boolean;
  /** Since the beginning of the month half a year ago, over the whole county. */
  asked: number;
  accepted: number;
  medianHours: number | null;
  /** Of the proceedings they took part in, those that ended since then, and how many with an agreement. */
  ended: number;
  agreed: number;
  /** Open proceedings they take part in now. */
  load: number;
  /** At the asked hour, else at the next session booked here; null when there is neither. */
  presence: Presence | null;
  /** Their newest invitation in this proceeding, withdrawn ones left out. */
  status: InvitationStatus | null;
  /** Whether they were ever asked here, withdrawn invitations included. */
  wasAsked: boolean;
  /** Ties to parties, waived ones too. */
  ties: CandidateTie[];
  /** Ties that bar them until every party has agreed. */
  barring: TieKind[];
  /** Parties who said no to this person. */
  objecting: string[];
  /** Parties who have agreed neither to them nor to their force; empty where no consent is asked. */
  missing: Speakable[];
  /** May be asked now: not asked yet, no barring tie, no missing consent. */
  isEligible: boolean;
}

/** The weight of each figure among people who are equally near and free. An unknown figure counts as average. */
const weight = { acceptance: 0.4, speed: 0.2, results: 0.2, load: 0.2 } as const;
/** Answering after so many hours halves the score for speed; so many open proceedings halve the score for workload. */
const half = { hours: 12, load: 4 } as const;
const worth = sql.raw(
  `${weight.acceptance} * (accepted + 1.0) / (asked + 2) + ${weight.results} * (agreed + 1.0) / (ended + 2)
    + ${weight.speed} * ${half.hours} / (${half.hours} + coalesce("medianHours", ${half.hours}))
    + ${weight.load} * ${half.load} / (${half.load} + load)`,
);
const halfYear = 182 * 86_400_000;

export interface Choice {
  now: Date;
  forceCode: string | null;
  /** At most so many of each force. */
  limit: number;
  /** Only those who may be asked now, were never asked here and are not known to be busy. */
  isForSubstitute?: boolean;
  /** The hour people are asked for; the next session booked here when absent. */
  during?: { from: Date; to: Date } | null;
  /** The session they are asked for: their own slot for it does not count as busy. */
  sessionId?: string | null;
}

/**
 * The statement behind candidates and suggestions: the first `limit` people of each force, best first. Those who
 * may not be asked (asked already, tied, consent missing) come after everybody who may. People out of office
 * and the lead and assistant of this proceeding are left out. Everything is read once, of all of them together
 * (`materialized`): a question for each person would be asked forty times.
 */
export function rankCandidates(
  of: { countyId: string; disputeId: string; proceedingId: string | null },
  choice: Choice,
): SQL {
  const { countyId, disputeId, proceedingId } = of;
  const { now, forceCode, during = null, sessionId = null } = choice;
  const since = new Date(now.getTime() - halfYear).toISOString();
  const hour = during
    ? sql`select tstzrange(${during.from.toISOString()}::timestamptz, ${during.to.toISOString()}::timestamptz) as during, ${sessionId}::uuid as session_id`
    : sql`select tstzrange(starts_at, ends_at) as during, id as session_id from sessions
      where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid and status = 'booked' and starts_at > ${now.toISOString()}::timestamptz
      order by id is not distinct from ${sessionId}::uuid desc, starts_at limit 1`;
  return sql`
  with here as materialized (
    select track, lead_person_id, assistant_id, committee_id from proceedings where county_id = ${countyId}::uuid and id = ${proceedingId}::uuid),
  member as materialized (
    select pf.force_code, p.id, p.name, coalesce(nullif(p.post, ''), p.employer) as post, p.area, p.deputy_id
    from person_forces pf join people p on p.county_id = pf.county_id and p.id = pf.person_id
    where pf.county_id = ${countyId}::uuid and app.is_expert(p) and (${forceCode}::text is null or pf.force_code = ${forceCode})
      and (p.role = 'expert' or p.committee_id is distinct from (select committee_id from here))
      and not exists (select from here where p.id in (lead_person_id, assistant_id))),
  everyone as materialized (select array(select distinct id from member) as ids),
  party as materialized (
    select id, name, position, json_build_object('id', p.id, 'name', p.name, ${speakable()}) as who
    from app.readable_parties p where county_id = ${countyId}::uuid and dispute_id = ${disputeId}::uuid),
  sent as materialized (
    select id, person_id, force_code, status, deputy_id from invitations where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid),
  asked as materialized (
    select person_id, (array_agg(status order by id desc) filter (where status <> 'withdrawn'))[1] as status from sent group by person_id),
  stands_in as materialized (
    select i.force_code, x.id from sent i join people q on q.county_id = ${countyId}::uuid and q.id = i.person_id
      cross join lateral (values (q.deputy_id), (i.deputy_id)) x (id) where i.status in ('declined', 'expired')),
  said as materialized (
    select distinct on (c.party_id, c.person_id) c.person_id, c.answer, y.name from consents c join party y on y.id = c.party_id
    where c.county_id = ${countyId}::uuid and c.proceeding_id = ${proceedingId}::uuid and c.subject = 'invitePerson'
    order by c.party_id, c.person_id, c.recorded_at desc, c.id desc),
  hour as (${hour}),
  free as materialized (
    select f.* from hour h, everyone e, ${presenceAmong({ countyId, people: sql`e.ids`, during: sql`h.during`, booking: sql`h.session_id`, now })} f),
  place as (
    select app.place_form(d.place || ' ' || coalesce(c.name, '')) as words from disputes d left join contact_points c on c.county_id = d.county_id and c.id = d.point_id
    where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid),
  tie as materialized (
    select t.person_id, coalesce(json_agg(json_build_object('kind', t.kind, 'partyId', t.party_id, 'party', y.name, 'source', t.source,
        'isWaived', t.is_waived) order by y.position, t.kind) filter (where y.id is not null), '[]') as ties,
      array_agg(distinct t.kind order by t.kind) filter (where not t.is_waived) as barring
    from everyone e, app.ties_among(${countyId}::uuid, ${proceedingId}::uuid, ${disputeId}::uuid, e.ids) t left join party y on y.id = t.party_id
    group by t.person_id),
  gap as materialized (
    select g.person_id, g.force_code, json_agg(y.who order by y.position) as missing
    from (select array_agg(id order by id, force_code) as ids, array_agg(force_code order by id, force_code) as forces from member
        where exists (select from here where track = 'peoples')) w,
      app.consent_gaps(${countyId}::uuid, ${proceedingId}::uuid, ${disputeId}::uuid, w.ids, w.forces) g join party y on y.id = g.party_id
    group by g.person_id, g.force_code),
  result as materialized (select r.* from everyone e, app.helper_results(e.ids, ${since}::timestamptz) r),
  judged as materialized (
    select m.force_code as "forceCode", m.id as "personId", m.name, m.post, m.area, q.name as deputy,
      exists (select from stands_in i where i.force_code = m.force_code and i.id = m.id) as "isDeputy",
      app.holds_area((select words from place), app.place_form(m.area)) as "isNear",
      coalesce(r.asked, 0) as asked, coalesce(r.accepted, 0) as accepted, r.median_hours as "medianHours", coalesce(r.load, 0) as load,
      coalesce(r.ended, 0) as ended, coalesce(r.agreed, 0) as agreed, f.state as presence, a.status, a.person_id is not null as "wasAsked",
      coalesce(t.ties, '[]') as ties, coalesce(to_json(t.barring), '[]') as barring,
      array(select s.name from said s where s.person_id = m.id and s.answer = 'refused') as objecting, coalesce(g.missing, '[]') as missing
    from member m
    left join people q on q.county_id = ${countyId}::uuid and q.id = m.deputy_id and q.disabled_at is null
    left join asked a on a.person_id = m.id
    left join free f on f.person_id = m.id
    left join tie t on t.person_id = m.id
    left join gap g on g.person_id = m.id and g.force_code = m.force_code
    left join result r on r.person_id = m.id),
  weighed as (
    select j.*, status is null and json_array_length(barring) = 0 and json_array_length(missing) = 0 as "isEligible",
      ${worth} as worth
    from judged j),
  ranked as (
    select w.*, row_number() over (partition by "forceCode" order by status is null desc, "isEligible" desc, json_array_length(barring),
      presence is distinct from 'cannot' desc, "isDeputy" desc, array_position('{can,ifNeedBe,unknown,cannot}', presence) nulls last, "isNear" desc, worth desc, name, "personId") as rank from weighed w
    where not ${choice.isForSubstitute ?? false}::boolean or ("isEligible" and not "wasAsked" and presence is distinct from 'cannot'))
  select * from ranked where rank <= ${choice.limit} order by "forceCode", rank`;
}
