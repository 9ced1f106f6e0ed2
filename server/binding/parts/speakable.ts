import { type SQL, sql } from "drizzle-orm";

/** Whether the latest police finding names the party as suspect, for whoever may read findings. `p` as in `speakable`. */
export const isSuspect = (p: SQL): SQL => sql`exists (select from violation_people v where v.county_id = ${p}.county_id
  and v.party_id = ${p}.id and v.part = 'suspect' and v.finding_id = (select f.id from violation_findings f
    where f.county_id = ${p}.county_id and f.dispute_id = ${p}.dispute_id order by f.found_at desc, f.id desc limit 1))`;

/** The day until which a party was one; null as long as it is, and for the second row of one person. `p` as in `speakable`. */
export const departedOn = (
  p: SQL,
): SQL<string | null> => sql`(select x.happened_on from party_exits x where x.county_id = ${p}.county_id
  and x.party_id = ${p}.id and x.undone_at is null and x.kind <> 'merged')`;

/** Since when somebody elected may speak for a party; null of everybody else. `l` is the alias of its links. */
export const electedOn = (
  l: SQL,
): SQL<string | null> => sql`case when ${l}.election_id is not null then (select x.elected_on from elections x
  where x.county_id = ${l}.county_id and x.id = ${l}.election_id) end`;

/** Since when an heir is one: the day on which whoever they follow died or was no more. `p` as in `speakable`. */
export const followsSince = (p: SQL): SQL<string | null> => sql`app.follows_since(${p}.county_id, ${p}.id)`;

/**
 * What `Speakable` asks of a party beside its id and name, as the arguments of a `json_build_object`: kind, whether it is
 * suspected, whether a guardian acts for it, whether it is a party no more, and who stands beside it. `p` is the alias of `app.readable_parties`.
 */
export const speakable = (
  p: SQL = sql`p`,
): SQL => sql`'kind', ${p}.kind, 'isSuspect', ${isSuspect(p)}, 'needsGuardian', ${p}.needs_guardian, 'isDeparted', ${p}.is_departed, 'departedOn', ${departedOn(p)}, 'followsSince', ${followsSince(p)},
  'links', (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'kind', l.kind, 'maySign', l.may_sign, 'mayNegotiate', l.may_negotiate, 'mayReceive', l.may_receive,
      'hasEnded', l.ended_at is not null, 'endedOn', l.ended_on, 'electedOn', ${electedOn(sql`l`)}, 'authorisedOn', l.authorised_on,
      'isOpposed', l.kind <> 'helper' and app.is_opposed(l.county_id, l.id), 'isElected', l.election_id is not null) order by l.id), '[]')
    from app.readable_party_links l where l.county_id = ${p}.county_id and l.party_id = ${p}.id)`;

/** The ids of parties in whose place the party stands, as a JSON array: those whose heir stepped in, those merged into it. */
export const standsFor = (p: SQL = sql`p`): SQL => sql`(select coalesce(json_agg(x.party_id), '[]') from (
    select h.party_id from party_successions h where h.county_id = ${p}.county_id and h.heir_party_id = ${p}.id and h.answer = 'stepsIn'
    union all select e.party_id from party_exits e where e.county_id = ${p}.county_id and e.into_party_id = ${p}.id and e.undone_at is null) x)`;
