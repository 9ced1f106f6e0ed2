import { type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import type { NextStep, ProceedingStatus, RiskLevel, Source } from "@/db/vocabulary";
import { callStationOf, type PersonActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { addDays, dayOf, instantOf, weekdayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";
import type { todayInput } from "../inputs";
import { type SeatMark, type SideInList, seatsInList, sidesInList } from "./list";
import { type StepDetail, stepDetail } from "./step-detail";

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
  counts: Record<"toDo" | "waiting" | "open", number>;
  side: TodaySide;
}

const rowsMax = 300;
const listMax = 5;

/** The group a due time belongs to, seen from now; weeks end on Sunday. */
export function groupOf(dueAt: Date, now: Date): TodayGroup {
  const [due, today] = [dayOf(dueAt), dayOf(now)];
  if (dueAt < now) return "overdue";
  if (due === today) return "today";
  return due <= addDays(today, 7 - weekdayOf(today)) ? "week" : "later";
}

/** Proceedings the actor leads or whose next step is theirs, and disputes they registered that wait for triage. */
async function rowsOf(tx: Tx, { actor, now }: Context, triageHours: number): Promise<TodayRow[]> {
  const { countyId, personId } = actor;
  const shell = sql`'id', d.id, 'title', d.title, 'place', d.place, 'risk', d.risk, 'sides', ${sidesInList},
    'head', (select p.name from people p where p.county_id = d.county_id and p.station_id = d.station_id and p.role = 'stationHead' and p.disabled_at is null order by p.id limit 1)`;
  const rows = await tx.execute<{ row: TodayRow }>(sql`
    select r.row from (
      select pr.next_due_at as due, d.id, json_build_object(${shell}, 'status', pr.status, 'seats', ${seatsInList(now)}, 'step', pr.next_step, 'detail', ${stepDetail},
        'dueAt', pr.next_due_at, 'owner', o.name, 'isMine', pr.next_owner_id = ${personId}::uuid) as row
      from proceedings pr
      join disputes d on d.county_id = pr.county_id and d.id = pr.dispute_id
      join people o on o.county_id = pr.county_id and o.id = pr.next_owner_id
      where pr.county_id = ${countyId}::uuid and pr.archived_at is null and (pr.lead_person_id = ${personId}::uuid or pr.next_owner_id = ${personId}::uuid)
      union all
      select d.registered_at + make_interval(hours => ${triageHours}::int), d.id, json_build_object(${shell}, 'status', null, 'seats', json_build_array(),
        'step', 'triage', 'detail', null, 'dueAt', d.registered_at + make_interval(hours => ${triageHours}::int), 'owner', o.name, 'isMine', true)
      from disputes d join people o on o.county_id = d.county_id and o.id = d.registered_by
      where d.county_id = ${countyId}::uuid and d.registered_by = ${personId}::uuid and d.not_accepted_at is null
        and not exists (select from proceedings x where x.county_id = d.county_id and x.dispute_id = d.id)
    ) r order by r.due, r.id limit ${rowsMax}`);
  return rows.map(({ row }) => row);
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
  const mySessions = sql`sessions s join proceedings pr on pr.county_id = s.county_id and pr.id = s.proceeding_id
    join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
    where s.county_id = ${county} and s.status <> 'cancelled' and (pr.lead_person_id = ${personId}::uuid or exists (
      select from session_people sp where sp.county_id = s.county_id and sp.session_id = s.id and sp.person_id = ${personId}::uuid))`;
  const untriaged = sql`disputes d where d.county_id = ${county} and d.not_accepted_at is null
    and not exists (select from proceedings x where x.county_id = d.county_id and x.dispute_id = d.id)`;
  const waiting = sql`invitations i join proceedings pr on pr.county_id = i.county_id and pr.id = i.proceeding_id and pr.lead_person_id = ${personId}::uuid and pr.ended_at is null
    where i.county_id = ${county} and i.status in ('sent', 'seen')`;
  const [found] = await tx.execute<{ side: TodaySide }>(sql`select json_build_object(
    'sessions', ${list(sql`select s.starts_at as at, json_build_object('id', s.id, 'disputeId', d.id, 'title', d.title, 'ordinal', s.ordinal,
      'startsAt', s.starts_at, 'endsAt', s.ends_at, 'room', r.name,
      'asked', (select count(*) from invitations i where i.county_id = s.county_id and i.proceeding_id = s.proceeding_id and i.status in ('sent', 'seen')),
      'present', (select count(*) from session_people sp where sp.county_id = s.county_id and sp.session_id = s.id)) as row
      from rooms r, ${mySessions} and r.county_id = s.county_id and r.id = s.room_id
        and s.starts_at >= ${from}::timestamptz and s.starts_at < ${to}::timestamptz`)},
    'nextSession', (select json_build_object('disputeId', d.id, 'startsAt', s.starts_at) from ${mySessions} and s.starts_at >= ${to}::timestamptz order by s.starts_at limit 1),
    'untriaged', ${list(sql`select -extract(epoch from d.registered_at) as at, json_build_object('id', d.id, 'title', d.title, 'place', d.place, 'source', d.source,
      'registeredAt', d.registered_at) as row from ${untriaged} order by d.registered_at desc limit ${listMax}`)},
    'untriagedCount', (select count(*) from ${untriaged}),
    'clues', (select count(*) from clues c where c.county_id = ${county} and c.station_id = ${station}::uuid and c.status = 'new'),
    'calls', (select count(*) from police_calls c where c.county_id = ${county} and c.station_id = ${station}::uuid and c.dispute_id is null
      and c.called_at > ${now.toISOString()}::timestamptz - interval '7 days'),
    'waiting', ${list(sql`select w.answer_by as at, json_build_object('disputeId', w.dispute_id, 'title', d.title, 'name', p.name, 'forceZh', f.short_zh, 'forceEn', f.short_en,
      'answerBy', w.answer_by) as row from (select i.* from ${waiting} order by i.answer_by limit ${listMax}) w
      join disputes d on d.county_id = w.county_id and d.id = w.dispute_id join people p on p.county_id = w.county_id and p.id = w.person_id
      join forces f on f.county_id = w.county_id and f.code = w.force_code`)},
    'waitingCount', (select count(*) from ${waiting})) as side`);
  if (!found) throw new Error("no side");
  return found.side;
}

/** Today of the signed-in person, in two statements. */
export function todayOf(ctx: Context, { show }: z.output<typeof todayInput>): Promise<Today> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const rules = await rulesOn(tx, actor.countyId, dayOf(now));
    const rows = await rowsOf(tx, ctx, rules["triage.hours"]);
    const isWaiting = (row: TodayRow) => !row.isMine || row.step === "awaitAnswers";
    const parts = {
      toDo: rows.filter((row) => !isWaiting(row) && groupOf(new Date(row.dueAt), now) !== "later"),
      waiting: rows.filter(isWaiting),
      open: rows,
    };
    const groups: Today["groups"] = { overdue: [], today: [], week: [], later: [] };
    for (const row of parts[show]) groups[groupOf(new Date(row.dueAt), now)].push(row);
    return {
      now: now.toISOString(),
      groups,
      counts: { toDo: parts.toDo.length, waiting: parts.waiting.length, open: parts.open.length },
      side: await sideOf(tx, actor, now),
    };
  });
}

/** How many things to do are overdue for this person, by the groups of the page 今日: the number in the navigation. */
export async function overdueOf(ctx: Context): Promise<number> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const rules = await rulesOn(tx, actor.countyId, dayOf(now));
    const [row] = await tx.execute<{ count: number }>(sql`select (
      (select count(*) from proceedings
        where county_id = ${actor.countyId}::uuid and archived_at is null and next_owner_id = ${actor.personId}::uuid
          and next_step <> 'awaitAnswers' and next_due_at < ${now.toISOString()}::timestamptz)
      + (select count(*) from disputes d
        where d.county_id = ${actor.countyId}::uuid and d.registered_by = ${actor.personId}::uuid and d.not_accepted_at is null
          and d.registered_at < ${now.toISOString()}::timestamptz - make_interval(hours => ${rules["triage.hours"]}::int)
          and not exists (select from proceedings x where x.county_id = d.county_id and x.dispute_id = d.id)))::int as count`);
    return row?.count ?? 0;
  });
}
