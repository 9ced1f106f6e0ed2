import { type SQL, sql } from "drizzle-orm";
import type { InvitationStatus } from "@/db/vocabulary";

/** A member of a force who could be asked, with the reasons for and against in figures. */
export interface Candidate {
  forceCode: string;
  personId: string;
  name: string;
  post: string;
  area: string;
  deputy: string | null;
  /** Deputy of somebody of this force who declined or stayed silent here. */
  isDeputy: boolean;
  /** The area he helps in names the place of the dispute. */
  isNear: boolean;
  /** In the last half year, over the whole county. */
  asked: number;
  accepted: number;
  medianHours: number | null;
  /** Open matters he sits in now. */
  load: number;
  /** At the next session booked here; null when none is. */
  isFree: boolean | null;
  /** His newest invitation in this proceeding, withdrawn ones left out. */
  status: InvitationStatus | null;
  /** Parties who said no to this person. */
  objecting: string[];
  /** Parties who have agreed neither to him nor to his force; empty where no consent is asked. */
  missing: { id: string; name: string }[];
}

const halfYear = 182 * 86_400_000;

/** The statement behind candidates and suggestions: the first `limit` people of each force, best first. People out of office are left out. */
export function rankCandidates(
  of: { countyId: string; disputeId: string; proceedingId: string | null },
  choice: { now: Date; forceCode: string | null; limit: number },
): SQL {
  const { countyId, disputeId, proceedingId } = of;
  const since = new Date(choice.now.getTime() - halfYear).toISOString();
  return sql`
  with member as (
    select pf.force_code, p.* from person_forces pf join people p on p.county_id = pf.county_id and p.id = pf.person_id
    where pf.county_id = ${countyId}::uuid and p.disabled_at is null and (${choice.forceCode}::text is null or pf.force_code = ${choice.forceCode})),
  asked as (
    select distinct on (person_id) person_id, status from invitations
    where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid and status <> 'withdrawn' order by person_id, id desc),
  said as (
    select distinct on (c.party_id, c.person_id) c.person_id, c.answer, y.name from consents c
    join parties y on y.county_id = c.county_id and y.id = c.party_id
    where c.county_id = ${countyId}::uuid and c.proceeding_id = ${proceedingId}::uuid and c.subject = 'invitePerson'
    order by c.party_id, c.person_id, c.recorded_at desc, c.id desc),
  next as (
    select tstzrange(starts_at, ends_at) as during from sessions
    where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid and status = 'booked' and starts_at > ${choice.now.toISOString()}::timestamptz
    order by starts_at limit 1),
  place as (
    select d.place || ' ' || coalesce(c.name, '') as words from disputes d left join contact_points c on c.county_id = d.county_id and c.id = d.point_id
    where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid),
  judged as (
    select m.force_code as "forceCode", m.id as "personId", m.name, coalesce(nullif(m.post, ''), m.employer) as post, m.area,
      (select q.name from people q where q.county_id = m.county_id and q.id = m.deputy_id and q.disabled_at is null) as deputy,
      exists (select from invitations i join people q on q.county_id = i.county_id and q.id = i.person_id
        where i.county_id = m.county_id and i.proceeding_id = ${proceedingId}::uuid and i.force_code = m.force_code
          and i.status in ('declined', 'expired') and q.deputy_id = m.id) as "isDeputy",
      m.area <> '' and strpos((select words from place), m.area) > 0 as "isNear",
      coalesce(r.asked, 0) as asked, coalesce(r.accepted, 0) as accepted, r.median_hours as "medianHours", coalesce(r.load, 0) as load,
      (select not exists (select from slots s where s.county_id = m.county_id and s.resource_id = m.id and s.during && n.during) from next n) as "isFree",
      a.status, array(select s.name from said s where s.person_id = m.id and s.answer = 'refused') as objecting,
      (select coalesce(json_agg(json_build_object('id', y.id, 'name', y.name) order by y.position), '[]') from parties y
        where y.county_id = m.county_id and exists (select from proceedings t where t.county_id = m.county_id and t.id = ${proceedingId}::uuid and t.track = 'peoples')
          and y.id in (select app.consent_gap(m.county_id, ${proceedingId}::uuid, ${disputeId}::uuid, m.id, m.force_code))) as missing
    from member m
    left join asked a on a.person_id = m.id
    left join app.helper_results(array(select id from member), ${since}::timestamptz) r on r.person_id = m.id),
  ranked as (
    select j.*, row_number() over (partition by "forceCode" order by status is null desc, cardinality(objecting), "isDeputy" desc, "isFree" desc nulls last,
      "isNear" desc, case when asked = 0 then 0.5 else accepted::numeric / asked end desc, load, name, "personId") as rank from judged j)
  select * from ranked where rank <= ${choice.limit} order by "forceCode", rank`;
}
