import { type SQL, sql } from "drizzle-orm";
import type { InvitationStatus, TieKind, TieSource } from "@/db/vocabulary";

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
  /** In the last half year, over the whole county. */
  asked: number;
  accepted: number;
  medianHours: number | null;
  /** Of the proceedings they took part in, those that ended in the last half year, and how many with an agreement. */
  ended: number;
  agreed: number;
  /** Open proceedings they take part in now. */
  load: number;
  /** At the asked hour, else at the next session booked here; null when there is neither. */
  isFree: boolean | null;
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
  missing: { id: string; name: string }[];
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
 * and the lead and assistant of this proceeding are left out. What is judged of each is worked out once (`materialized`):
 * order, filters and answer all ask for it, and so do those who were asked here, their consents and the hour.
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
  with here as (
    select * from proceedings where county_id = ${countyId}::uuid and id = ${proceedingId}::uuid),
  member as (
    select pf.force_code, p.* from person_forces pf join people p on p.county_id = pf.county_id and p.id = pf.person_id
    where pf.county_id = ${countyId}::uuid and p.disabled_at is null and (${forceCode}::text is null or pf.force_code = ${forceCode})
      and not exists (select from here where p.id in (lead_person_id, assistant_id))),
  asked as (
    select distinct on (person_id) person_id, status from invitations
    where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid and status <> 'withdrawn' order by person_id, id desc),
  said as (
    select distinct on (c.party_id, c.person_id) c.person_id, c.answer, y.name from consents c
    join app.readable_parties y on y.county_id = c.county_id and y.id = c.party_id
    where c.county_id = ${countyId}::uuid and c.proceeding_id = ${proceedingId}::uuid and c.subject = 'invitePerson'
    order by c.party_id, c.person_id, c.recorded_at desc, c.id desc),
  hour as (${hour}),
  place as (
    select app.place_form(d.place || ' ' || coalesce(c.name, '')) as words from disputes d left join contact_points c on c.county_id = d.county_id and c.id = d.point_id
    where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid),
  judged as materialized (
    select m.force_code as "forceCode", m.id as "personId", m.name, coalesce(nullif(m.post, ''), m.employer) as post, m.area,
      (select q.name from people q where q.county_id = m.county_id and q.id = m.deputy_id and q.disabled_at is null) as deputy,
      exists (select from invitations i join people q on q.county_id = i.county_id and q.id = i.person_id
        where i.county_id = m.county_id and i.proceeding_id = ${proceedingId}::uuid and i.force_code = m.force_code
          and i.status in ('declined', 'expired') and m.id in (q.deputy_id, i.deputy_id)) as "isDeputy",
      m.area <> '' and strpos((select words from place), app.place_form(m.area)) > 0 as "isNear",
      coalesce(r.asked, 0) as asked, coalesce(r.accepted, 0) as accepted, r.median_hours as "medianHours", coalesce(r.load, 0) as load,
      coalesce(u.ended, 0) as ended, coalesce(u.agreed, 0) as agreed,
      (select app.is_free(m.county_id, m.id, h.during, h.session_id) from hour h) as "isFree",
      a.status, exists (select from invitations i where i.county_id = m.county_id and i.proceeding_id = ${proceedingId}::uuid and i.person_id = m.id) as "wasAsked",
      (select coalesce(json_agg(json_build_object('kind', t.kind, 'partyId', t.party_id, 'party', y.name, 'source', t.source,
          'isWaived', not t.kind = any (b.kinds)) order by y.position, t.kind), '[]')
        from app.ties_of(m.county_id, ${proceedingId}::uuid, ${disputeId}::uuid, m.id) t
        join app.readable_parties y on y.county_id = m.county_id and y.id = t.party_id) as ties,
      to_json(b.kinds) as barring,
      array(select s.name from said s where s.person_id = m.id and s.answer = 'refused') as objecting,
      (select coalesce(json_agg(json_build_object('id', y.id, 'name', y.name) order by y.position), '[]') from app.readable_parties y
        where y.county_id = m.county_id and exists (select from here where track = 'peoples')
          and y.id in (select app.consent_gap(m.county_id, ${proceedingId}::uuid, ${disputeId}::uuid, m.id, m.force_code))) as missing
    from member m
    cross join lateral (select array(select kind from app.barring_ties(m.county_id, ${proceedingId}::uuid, ${disputeId}::uuid, m.id) kind order by 1) as kinds) b
    left join asked a on a.person_id = m.id
    left join app.helper_results(array(select id from member), ${since}::timestamptz) r on r.person_id = m.id
    left join app.helper_outcomes(array(select id from member), ${since}::timestamptz) u on u.person_id = m.id),
  weighed as (
    select j.*, status is null and json_array_length(barring) = 0 and json_array_length(missing) = 0 as "isEligible",
      ${worth} as worth
    from judged j),
  ranked as (
    select w.*, row_number() over (partition by "forceCode" order by status is null desc, "isEligible" desc, json_array_length(barring),
      "isFree" is not false desc, "isDeputy" desc, "isFree" desc nulls last, "isNear" desc, worth desc, name, "personId") as rank from weighed w
    where not ${choice.isForSubstitute ?? false}::boolean or ("isEligible" and not "wasAsked" and "isFree" is not false))
  select * from ranked where rank <= ${choice.limit} order by "forceCode", rank`;
}
