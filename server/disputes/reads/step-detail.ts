import { type SQL, sql } from "drizzle-orm";

/** What the sentence of a next step names: whom it concerns, which session, which obligation. */
export interface StepDetail {
  /** Adults and organisations, at most three; minors are counted in `others` only. */
  names: string[];
  others: number;
  session: { ordinal: number; startsAt: string; endsAt: string; room: string; isRunning: boolean } | null;
  obligation: { kind: "pay" | "act" | "refrain"; amountFen: number | null; dueOn: string } | null;
}

/** People of the set `who(id, name, hidden, place)` as names and a count of the rest. */
const named = (who: SQL): SQL => sql`(select json_build_object(
  'names', coalesce(json_agg(w.name order by w.place) filter (where not w.hidden and w.nth <= 3), '[]'),
  'others', count(*) filter (where w.hidden or w.nth > 3))
  from (select w.*, row_number() over (order by w.hidden, w.place) as nth from (${who}) w) w)`;

const nobody = sql`json_build_object('names', json_build_array(), 'others', 0)`;

const partiesWhere = (
  condition: SQL,
): SQL => sql`select p.name, p.is_minor as hidden, p.position as place from app.readable_parties p
  where p.county_id = pr.county_id and p.dispute_id = pr.dispute_id and ${condition}`;

const unnoticed = partiesWhere(sql`not exists (select from notices n
  where n.county_id = pr.county_id and n.proceeding_id = pr.id and n.party_id = p.id)`);
const unconsented = partiesWhere(sql`p.id in (select app.consent_gap(pr.county_id, pr.id, pr.dispute_id, null, null))`);
const unsigned = partiesWhere(sql`not exists (select from agreements a
  join signatures s on s.county_id = a.county_id and s.agreement_id = a.id and s.party_id = p.id
  where a.county_id = pr.county_id and a.proceeding_id = pr.id and a.status <> 'withdrawn')`);
const unanswered = sql`select q.name, false as hidden, extract(epoch from i.answer_by) as place from invitations i
  join people q on q.county_id = i.county_id and q.id = i.person_id
  where i.county_id = pr.county_id and i.proceeding_id = pr.id and i.status in ('sent', 'seen')`;

/** The earliest open obligation of the proceeding, as alias `o`. */
const nextObligation = sql`select o.* from obligations o
  join agreements a on a.county_id = o.county_id and a.id = o.agreement_id and a.status = 'effective'
  where a.county_id = pr.county_id and a.proceeding_id = pr.id and o.performed_at is null order by o.due_on, o.ordinal limit 1`;
const obligors = sql`select p.name, p.is_minor as hidden, p.position as place from (${nextObligation}) o
  join obligation_parties b on b.county_id = o.county_id and b.obligation_id = o.id and b.part = 'obligor'
  join app.readable_parties p on p.county_id = b.county_id and p.id = b.party_id`;

/**
 * The detail of a proceeding's next step as JSON; the query must call its proceeding `pr`. `offset 0` keeps the people from
 * being read once for their names and again for their count.
 */
export const stepDetail: SQL = sql`(select json_build_object('names', w.who -> 'names', 'others', w.who -> 'others',
  'session', case when pr.next_step in ('holdSession', 'recordSession') then (
    select json_build_object('ordinal', s.ordinal, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'room', r.name, 'isRunning', s.started_at is not null)
    from sessions s join rooms r on r.county_id = s.county_id and r.id = s.room_id
    where s.county_id = pr.county_id and s.proceeding_id = pr.id and s.status = 'booked' and s.held_until is null
    order by s.started_at is null, s.starts_at limit 1) end,
  'obligation', case when pr.next_step = 'watchPerformance' then (
    select json_build_object('kind', o.kind, 'amountFen', o.amount_fen, 'dueOn', o.due_on) from (${nextObligation}) o) end)
  from (select case pr.next_step
    when 'giveNotice' then ${named(unnoticed)} when 'recordConsent' then ${named(unconsented)}
    when 'awaitAnswers' then ${named(unanswered)} when 'collectSignatures' then ${named(unsigned)}
    when 'watchPerformance' then ${named(obligors)} else ${nobody} end as who offset 0) w)`;
