import { type SQL, sql } from "drizzle-orm";
import { systemActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { appendAndAnnounce } from "../kernel/events";
import { keyOf } from "../kernel/ids";
import { once } from "../kernel/once";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { ruleOn } from "../rules/queries";
import type { Incoming } from "./parts/look-for-relapse";

const none = sql`array[]::text[]`;

/**
 * By what each is compared: where it was, the phones and the names of its people, and what was said, in which people may be named.
 * What is part of a matter already is compared no more.
 */
const compared: Record<Incoming["kind"], (of: Incoming) => SQL> = {
  call: ({ countyId, id }) => sql`select c.station_id, c.number, c.place, c.called_at as at,
    array_remove(array[c.phone_line_hash], '') as phones, ${none} as names, c.caller_name || '，' || c.summary as said, null::uuid as own
    from police_calls c where c.county_id = ${countyId}::uuid and c.id = ${id}::uuid and c.dispute_id is null`,
  clue: ({ countyId, id }) => sql`select q.station_id, '' as number, q.place, q.reported_at as at,
    ${none} as phones, ${none} as names, q.text as said, null::uuid as own
    from clues q where q.county_id = ${countyId}::uuid and q.id = ${id}::uuid and q.status = 'new'`,
  dispute: ({ countyId, id }) => sql`select d.station_id, d.number, d.place, d.registered_at as at,
    array(select distinct p.phone_line_hash from parties p where p.county_id = d.county_id and p.dispute_id = d.id and p.phone_line_hash <> '') as phones,
    array(select distinct p.name from parties p where p.county_id = d.county_id and p.dispute_id = d.id and p.kind <> 'unidentified') as names,
    '' as said, d.id as own
    from disputes d where d.county_id = ${countyId}::uuid and d.id = ${id}::uuid and d.relapse_of is null and d.merged_at is null`,
};

interface Found extends Record<string, unknown> {
  disputeId: string;
  proceedingId: string;
  number: string;
  station: string;
}

/** The same place as that of `seen`: the building, and of a tower no other flat. `at` is where the matter, or a call about it, was. */
const samePlace = (
  at: SQL,
  key = sql`app.place_key(${at})`,
): SQL => sql`(${key} = s.place_key and not app.are_apart(${at}, s.place)
  and (s.place_key ~ '[0-9]' or app.place_within(${at}) = app.place_within(s.place) and (app.place_within(s.place))[3] is not null))`;

/**
 * Matters that were over by then, and not longer than the rule relapse.days, that share with it a party's phone, two people or
 * organisations, or the place. Of a place only what has a number in it says anything, and of a building with flats no
 * other flat. Phones and names as they are written are looked up in the whole county; forms of places and names are compared
 * within one station, for which they have to be made: of places where the words kept of the matter hold the form looked for.
 */
const overAlike = (of: Incoming, now: Date): SQL => sql`
  with seen as materialized (select s.*, app.place_key(s.place) as place_key, app.name_form(s.said) as words,
      array(select app.name_form(n) from unnest(s.names) n) as forms from (${compared[of.kind](of)}) s),
  lately as materialized (
    select distinct p.dispute_id as id, p.station_id from stations st join proceedings p on p.county_id = st.county_id and p.station_id = st.id
    where st.county_id = ${of.countyId}::uuid and p.ended_at > ${now.toISOString()}::timestamptz
      - make_interval(hours => 24 * ${ruleOn("relapse.days", of.countyId, dayOf(now))})),
  alike (id) as materialized (
    select p.dispute_id from seen s join parties p on p.county_id = ${of.countyId}::uuid and p.phone_line_hash = any (s.phones)
    union select p.dispute_id from seen s join parties p on p.county_id = ${of.countyId}::uuid and p.name = any (s.names)
      group by p.dispute_id having count(distinct p.name) > 1
    union select d.id from seen s join lately l on l.station_id = s.station_id join disputes d on d.county_id = ${of.countyId}::uuid and d.id = l.id
      where d.id in (select app.disputes_holding(${of.countyId}::uuid, array(select o.id from seen w join lately o on o.station_id = w.station_id),
          (select w.place_key from seen w))) and ${samePlace(sql`d.place`)}
        or exists (select from police_calls c where c.county_id = d.county_id and c.dispute_id = d.id and ${samePlace(sql`c.place`, sql`c.place_key`)})
        or (cardinality(s.forms) > 1 or s.words <> '') and (select app.named_among(s.words, s.forms, array_agg(distinct f.form))
          from parties p cross join lateral (select app.name_form(p.name) as form offset 0) f
          where p.county_id = d.county_id and p.dispute_id = d.id and p.kind <> 'unidentified' and length(f.form) > 1) > 1)
  select d.id as "disputeId", ended.proceeding_id as "proceedingId", case when s.station_id = d.station_id then s.number else '' end as number, st.name as station
  from seen s join alike a on a.id is distinct from s.own join lately l on l.id = a.id
    join disputes d on d.county_id = ${of.countyId}::uuid and d.id = a.id and d.merged_at is null
    join stations st on st.county_id = d.county_id and st.id = s.station_id
    cross join lateral (select bool_and(p.ended_at is not null) as is_over, max(p.ended_at) as at, (array_agg(p.id order by p.ordinal desc))[1] as proceeding_id
      from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id) ended
  where ended.is_over and ended.at < s.at order by ended.at desc, d.id limit 5`;

/**
 * The worker's part after a call, a clue or a registration, whichever station it came to: whoever led a matter that is over
 * and alike, and the heads, are told once, and its next step is due now, so that they look, attach it or take the matter up
 * again. It counts as a relapse only then. Of what came to another station nothing is said but the station's name.
 */
export async function tellOfLikelyRelapse(of: Incoming, now: Date): Promise<void> {
  const actor = systemActor(of.countyId, "lookForRelapse");
  const found = await asActor({ actor, now }, (tx) => tx.execute<Found>(overAlike(of, now)));
  for (const { disputeId, proceedingId, number, station } of found) {
    const ctx = actAs(actor, now, keyOf(`dispute.maybeRelapse ${of.id}`, disputeId));
    await once(ctx, "dispute.maybeRelapse", { of: of.id, disputeId }, async (tx, claimed) => {
      await claimed;
      await tx.execute(sql`update proceedings set next_due_at = least(next_due_at, ${now.toISOString()}::timestamptz)
        where county_id = ${of.countyId}::uuid and id = ${proceedingId}::uuid and next_due_at is not null and ended_at is not null`);
      const payload = { by: number, from: of.kind, station };
      await appendAndAnnounce(tx, actor, now, { action: "dispute.maybeRelapse", disputeId, proceedingId, payload });
      return { response: null };
    });
  }
}
