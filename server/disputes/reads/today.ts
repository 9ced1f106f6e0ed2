import { type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import type { NextStep, ProceedingStatus, RiskLevel, Source } from "@/db/vocabulary";
import { reachable } from "../../access/reachable";
import { callStationOf, type PersonActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { addDays, dayOf, instantOf, weekdayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { DueCursor, todayInput } from "../inputs";
import { isFreshCall, isUntriaged } from "../parts/counted-sets";
import {
  forcesOf,
  type MarksInList,
  marksInList,
  type PartiesInList,
  partiesInList,
  type SeatMark,
  type SideInList,
  seatsOf,
  sidesOf,
} from "./list";
import { type StepDetail, type StepNames, stepDetailOf } from "./step-detail";

type TodayInput = z.output<typeof todayInput>;

/** One thing to do: the step first, the dispute second. Instants are ISO text. */
export interface TodayRow {
  id: string;
  title: string;
  place: string;
  risk: RiskLevel;
  /** The station head, who is responsible for red disputes. */
  head: string | null;
  sides: SideInList[];
  /** Null before triage. */
  status: ProceedingStatus | null;
  seats: SeatMark[];
  step: NextStep;
  detail: StepDetail | null;
  dueAt: string;
  owner: string;
  isMine: boolean;
}
export type TodayGroup = "overdue" | "today" | "week" | "later";

export interface TodaySide {
  sessions: {
    id: string;
    disputeId: string;
    title: string;
    ordinal: number;
    startsAt: string;
    endsAt: string;
    room: string;
    asked: number;
    present: number;
  }[];
  /** The next session after today, for an empty day. */
  nextSession: { disputeId: string; startsAt: string } | null;
  untriaged: { id: string; title: string; place: string; source: Source; registeredAt: string }[];
  untriagedCount: number;
  clues: number;
  calls: number;
  waiting: { disputeId: string; title: string; name: string; forceZh: string; forceEn: string; answerBy: string }[];
  waitingCount: number;
}
export interface Today {
  now: string;
  groups: Record<TodayGroup, TodayRow[]>;
  counts: Record<TodayInput["show"], number>;
  /** Where the next page begins; null at the end. */
  next: DueCursor;
  side: TodaySide;
}

const pageSize = 50;
const listMax = 5;

/** The group a due time belongs to, seen from now; weeks end on Sunday. */
export function groupOf(dueAt: Date, now: Date): TodayGroup {
  const [due, today] = [dayOf(dueAt), dayOf(now)];
  if (dueAt < now) return "overdue";
  if (due === today) return "today";
  return due <= addDays(today, 7 - weekdayOf(today)) ? "week" : "later";
}

/** Disputes the actor may read that wait for triage, as `d`. */
const untriagedOf = (actor: PersonActor): SQL => sql`${reachable(actor, { isUntriaged: true })} w
  join disputes d on d.county_id = ${actor.countyId}::uuid and d.id = w.id and ${isUntriaged}`;

/** A row as the statement gives it. */
type FoundRow = Omit<TodayRow, "detail" | "sides" | "seats"> & {
  key: string;
  detail: StepNames | null;
  parties: PartiesInList;
  marks: MarksInList;
};
interface Found {
  rows: FoundRow[];
  counts: Today["counts"];
  forces: string[];
}

const shownRow = ({ key: _, detail, parties, marks, ...row }: FoundRow, forces: readonly string[]): TodayRow => ({
  ...row,
  sides: sidesOf(parties),
  seats: row.status ? seatsOf(forces, marks) : [],
  detail: row.status ? stepDetailOf(detail) : null,
});

const isWaiting = sql`(not m.is_mine or m.step = 'awaitAnswers')`;

/** What the tab shows of the steps `m`. Work that is due after this week is not yet to be done. */
function isShown(show: TodayInput["show"], now: Date): SQL {
  if (show === "mine") return sql`true`;
  if (show === "waiting") return isWaiting;
  const today = dayOf(now);
  const nextWeek = instantOf(addDays(today, 8 - weekdayOf(today)), "00:00").toISOString();
  return sql`not ${isWaiting} and m.due < ${nextWeek}::timestamptz`;
}

/**
 * Proceedings the actor leads or whose next step is theirs, and disputes they registered that wait for triage: a page of
 * those that are shown, the soonest first, and how many there are of each kind.
 */
async function rowsOf(tx: Tx, { actor, now }: Context, { show, after }: TodayInput): Promise<Found> {
  const { countyId, personId } = actor;
  const me = sql`${personId}::uuid`;
  const [found] = await tx.execute<Found & Record<string, unknown>>(sql`
    with mine as materialized (
      select pr.next_due_at as due, pr.id as key, pr.dispute_id as id, pr.id as proceeding_id, pr.next_step as step, pr.next_owner_id as owner_id,
        pr.next_owner_id = ${me} as is_mine
      from proceedings pr where pr.county_id = ${countyId}::uuid and pr.archived_at is null and pr.next_step is not null and (pr.lead_person_id = ${me} or pr.next_owner_id = ${me})
      union all
      select d.triage_due_at, d.id, d.id, null, 'triage', d.registered_by, true
      from ${untriagedOf(actor)} where d.registered_by = ${me}),
    page as materialized (
      select m.* from mine m where ${isShown(show, now)} ${after ? sql`and (m.due, m.key) > (${after.dueAt}::timestamptz, ${after.key}::uuid)` : sql``}
      order by m.due, m.key limit ${pageSize + 1}),
    details as materialized (
      select * from app.step_details(${countyId}::uuid, array(select p.proceeding_id from page p where p.proceeding_id is not null),
        array(select p.step from page p where p.proceeding_id is not null)))
    select (select json_build_object('toDo', count(*) filter (where ${isShown("toDo", now)}), 'waiting', count(*) filter (where ${isWaiting}), 'mine', count(distinct m.id))
        from mine m) as counts, ${forcesOf(countyId)} as forces,
      (select coalesce(json_agg(json_build_object('key', m.key, 'id', d.id, 'title', d.title, 'place', d.place, 'risk', d.risk, 'parties', ${partiesInList},
          'head', (select p.name from people p where p.county_id = d.county_id and p.station_id = d.station_id and p.role = 'stationHead' and p.disabled_at is null
            order by p.id limit 1),
          'status', pr.status, 'marks', ${marksInList(now)}, 'step', m.step,
          'detail', case when t.proceeding_id is not null then json_build_object('people', t.people, 'session', t.session, 'obligation', t.obligation) end,
          'dueAt', m.due, 'owner', o.name, 'isMine', m.is_mine) order by m.due, m.key), '[]')
        from page m join disputes d on d.county_id = ${countyId}::uuid and d.id = m.id
        join people o on o.county_id = d.county_id and o.id = m.owner_id
        left join proceedings pr on pr.county_id = d.county_id and pr.id = m.proceeding_id
        left join details t on t.proceeding_id = pr.id) as rows`);
  if (!found) throw new Error("no steps");
  return found;
}

/** What is shown beside the list: today's sessions, what is new, whose answers are open. */
async function sideOf(tx: Tx, actor: PersonActor, now: Date): Promise<TodaySide> {
  const { countyId, personId } = actor;
  const county = sql`${countyId}::uuid`;
  const [from, to] = [
    instantOf(dayOf(now), "00:00").toISOString(),
    instantOf(addDays(dayOf(now), 1), "00:00").toISOString(),
  ];
  const station = callStationOf(actor);
  const list = (of: SQL) => sql`(select coalesce(json_agg(x.row order by x.at), '[]') from (${of}) x)`;
  const [found] = await tx.execute<{ side: TodaySide }>(sql`with
    coming as materialized (
      select s.id, s.dispute_id, s.proceeding_id, s.room_id, s.place, s.ordinal, s.starts_at, s.ends_at from sessions s
      join proceedings pr on pr.county_id = s.county_id and pr.id = s.proceeding_id
      where s.county_id = ${county} and s.status <> 'cancelled' and s.starts_at >= ${from}::timestamptz
        and (pr.lead_person_id = ${personId}::uuid or exists (
          select from session_people sp where sp.county_id = s.county_id and sp.session_id = s.id and sp.person_id = ${personId}::uuid))),
    untriaged as materialized (select d.id, d.title, d.place, d.source, d.registered_at from ${untriagedOf(actor)}),
    waiting as materialized (
      select i.dispute_id, i.person_id, i.force_code, i.answer_by from invitations i
      join proceedings pr on pr.county_id = i.county_id and pr.id = i.proceeding_id and pr.lead_person_id = ${personId}::uuid
        and pr.ended_at is null and pr.archived_at is null
      where i.county_id = ${county} and i.status in ('sent', 'seen'))
    select json_build_object(
    'sessions', ${list(sql`select s.starts_at as at, json_build_object('id', s.id, 'disputeId', d.id, 'title', d.title, 'ordinal', s.ordinal,
      'startsAt', s.starts_at, 'endsAt', s.ends_at, 'room', coalesce(r.name, s.place),
      'asked', (select count(*) from invitations i where i.county_id = d.county_id and i.proceeding_id = s.proceeding_id and i.status in ('sent', 'seen')),
      'present', (select count(*) from session_people sp where sp.county_id = d.county_id and sp.session_id = s.id)) as row
      from coming s join disputes d on d.county_id = ${county} and d.id = s.dispute_id
        left join rooms r on r.county_id = ${county} and r.id = s.room_id where s.starts_at < ${to}::timestamptz`)},
    'nextSession', (select json_build_object('disputeId', s.dispute_id, 'startsAt', s.starts_at) from coming s
      where s.starts_at >= ${to}::timestamptz order by s.starts_at limit 1),
    'untriaged', ${list(sql`select -extract(epoch from d.registered_at) as at, json_build_object('id', d.id, 'title', d.title, 'place', d.place, 'source', d.source,
      'registeredAt', d.registered_at) as row from untriaged d order by d.registered_at desc limit ${listMax}`)},
    'untriagedCount', (select count(*) from untriaged),
    'clues', (select count(*) from clues c where c.county_id = ${county} and c.station_id = ${station}::uuid and c.status = 'new'),
    'calls', (select count(*) from police_calls c where c.county_id = ${county} and c.station_id = ${station}::uuid
      and ${isFreshCall(now)}),
    'waiting', ${list(sql`select w.answer_by as at, json_build_object('disputeId', w.dispute_id, 'title', d.title, 'name', p.name, 'forceZh', f.short_zh, 'forceEn', f.short_en,
      'answerBy', w.answer_by) as row from (select * from waiting i order by i.answer_by limit ${listMax}) w
      join disputes d on d.county_id = ${county} and d.id = w.dispute_id join people p on p.county_id = ${county} and p.id = w.person_id
      join forces f on f.county_id = ${county} and f.code = w.force_code`)},
    'waitingCount', (select count(*) from waiting)) as side`);
  if (!found) throw new Error("no side");
  return found.side;
}

/** Today of the signed-in person, in two statements: a page of what the tab shows, and what stands beside it. */
export function todayOf(ctx: Context, input: TodayInput): Promise<Today> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const [{ rows, counts, forces }, side] = await Promise.all([rowsOf(tx, ctx, input), sideOf(tx, actor, now)]);
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    const groups: Today["groups"] = { overdue: [], today: [], week: [], later: [] };
    for (const row of shown) groups[groupOf(new Date(row.dueAt), now)].push(shownRow(row, forces));
    return {
      now: now.toISOString(),
      groups,
      counts,
      next: last ? { dueAt: new Date(last.dueAt).toISOString(), key: last.key } : null,
      side,
    };
  });
}

/** How many things to do are overdue for this person, by the groups of the page 今日: the number in the navigation. */
export async function overdueOf(ctx: Context): Promise<number> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ count: number }>(sql`select (
      (select count(*) from proceedings
        where county_id = ${actor.countyId}::uuid and archived_at is null and next_owner_id = ${actor.personId}::uuid
          and next_step <> 'awaitAnswers' and next_due_at < ${now.toISOString()}::timestamptz)
      + (select count(*) from ${untriagedOf(actor)} where d.registered_by = ${actor.personId}::uuid
          and d.triage_due_at < ${now.toISOString()}::timestamptz))::int as count`);
    return row?.count ?? 0;
  });
}
