import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ConsultationStatus } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import { policy } from "../../access/policy";
import { reachable } from "../../access/reachable";
import type { PersonActor } from "../../kernel/actor";
import { listLimits } from "../../kernel/choices";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";
import type { PageInput, StationQuestionsInput } from "../inputs";
import { nextShiftAfter, onDutyAt } from "../parts/on-duty";

/** A question with its answer, as far as there is one. Instants are ISO text. */
export interface Consultation {
  id: string;
  question: string;
  point: string | null;
  askedBy: string;
  /** To ask back; only for the lawyers on duty. */
  phone: string;
  askedAt: string;
  status: ConsultationStatus;
  /** The lawyer it waits for; null while nobody is on duty. */
  duty: string | null;
  dueAt: string;
  answer: string;
  answeredBy: string | null;
  answeredAt: string | null;
  /** The dispute it was linked to, where the reader may open it. */
  dispute: { id: string; number: string; title: string } | null;
}

const card = (showsPhone: boolean) => sql`q.id, q.question, p.name as point, a.name as "askedBy",
  ${showsPhone ? sql`a.phone` : sql`''`} as phone, ${isoText(sql`q.asked_at`)} as "askedAt", q.status, l.name as duty,
  ${isoText(sql`q.due_at`)} as "dueAt", q.answer, w.name as "answeredBy", ${isoText(sql`q.answered_at`)} as "answeredAt"`;
const from = sql`from consultations q
  join people a on a.county_id = q.county_id and a.id = q.asked_by
  left join contact_points p on p.county_id = q.county_id and p.id = q.point_id
  left join people l on l.county_id = q.county_id and l.id = q.duty_id
  left join people w on w.county_id = q.county_id and w.id = q.answered_by`;
const withDispute = sql`${from} left join disputes d on d.county_id = q.county_id and d.id = q.dispute_id`;
const dispute = sql`case when d.id is null then null else jsonb_build_object('id', d.id, 'number', d.number, 'title', d.title) end as dispute`;
const none = sql`null::jsonb as dispute`;

type Row = Consultation & Record<string, unknown>;
export interface Page {
  rows: Consultation[];
  next: string | null;
}
const pageSize = 20;

async function pageOf(tx: Tx, select: SQL, where: SQL, before: string | null): Promise<Page> {
  const found = await tx.execute<Row>(sql`select ${select} where ${where}
    and (${before}::uuid is null or q.id < ${before}::uuid) order by q.id desc limit ${pageSize + 1}`);
  const rows = found.slice(0, pageSize);
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}

/** Who would answer now, or when the next shift begins; and how long an answer may take. */
export interface DutyNow {
  on: { name: string; until: string } | null;
  next: { name: string; from: string } | null;
  minutes: number;
}

async function dutyNow(tx: Tx, countyId: string, now: Date): Promise<DutyNow> {
  const [[on], next, rules] = await Promise.all([
    onDutyAt(tx, countyId, now),
    nextShiftAfter(tx, countyId, now),
    rulesOn(tx, countyId, dayOf(now)),
  ]);
  return {
    on: on ? { name: on.name, until: on.until.toISOString() } : null,
    next: next && { name: next.name, from: next.from.toISOString() },
    minutes: rules["consultation.minutes"],
  };
}

/** The asker's own questions, newest first; never to which dispute one was linked. */
export function ownQuestions(
  ctx: Context,
  { before }: PageInput,
): Promise<Page & { duty: DutyNow; points: { id: string; name: string }[]; ownPointId: string | null }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const where = sql`q.county_id = ${actor.countyId}::uuid and q.asked_by = ${actor.personId}::uuid`;
    const [page, points, duty] = await Promise.all([
      pageOf(tx, sql`${card(false)}, ${none} ${from}`, where, before),
      tx.execute<{ id: string; name: string }>(sql`select id, name from contact_points
        where county_id = ${actor.countyId}::uuid and station_id = ${actor.stationId}::uuid and disabled_at is null order by name`),
      dutyNow(tx, actor.countyId, now),
    ]);
    return {
      ...page,
      duty,
      points: [...points],
      ownPointId: actor.pointId,
    };
  });
}

/** The station's questions, newest first, all or only those that wait; with the number of all that wait. */
export function stationQuestions(
  ctx: Context,
  { filter, before }: StationQuestionsInput,
): Promise<Page & { duty: DutyNow; waiting: number }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const here = sql`q.county_id = ${actor.countyId}::uuid and q.station_id = ${actor.stationId}::uuid`;
    const where = filter === "waiting" ? sql`${here} and q.status = 'waiting'` : here;
    const [page, [count], duty] = await Promise.all([
      pageOf(tx, sql`${card(false)}, ${dispute} ${withDispute}`, where, before),
      tx.execute<{ n: number }>(
        sql`select count(*)::int as n from consultations q where ${here} and q.status = 'waiting'`,
      ),
      dutyNow(tx, actor.countyId, now),
    ]);
    return { ...page, duty, waiting: count?.n ?? 0 };
  });
}

const isLawyer = (actor: PersonActor): SQL => sql`exists (select from person_forces f
  where f.county_id = ${actor.countyId}::uuid and f.person_id = ${actor.personId}::uuid and f.force_code = 'lawyer')`;
/** What waits for this lawyer, or for anyone on duty while they are (row-level security lets no more through). */
const waitsHere = (actor: PersonActor): SQL => sql`q.county_id = ${actor.countyId}::uuid and q.status = 'waiting'`;

/**
 * A lawyer's own page: what waits for them or their colleagues on duty, what they have answered, and when they are on
 * duty next.
 */
export function dutyQuestions(ctx: Context, { before }: PageInput) {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const waits = sql`select ${card(true)}, ${none} ${from} where ${waitsHere(actor)} order by q.due_at, q.id limit ${listLimits.waitingQuestions}`;
    const mine = sql`q.county_id = ${actor.countyId}::uuid and q.answered_by = ${actor.personId}::uuid`;
    const shifts = sql`
      select ${isLawyer(actor)} as "isLawyer", (select coalesce(jsonb_agg(jsonb_build_object('from', lower(s.during), 'until', upper(s.during)) order by s.during), '[]')
        from (select during from duty_shifts where county_id = ${actor.countyId}::uuid and person_id = ${actor.personId}::uuid
          and upper(during) > ${now.toISOString()}::timestamptz order by during limit 5) s) as shifts`;
    const [waiting, answered, [own]] = await Promise.all([
      before ? [] : tx.execute<Row>(waits),
      pageOf(tx, sql`${card(false)}, ${none} ${from}`, mine, before),
      tx.execute<{ isLawyer: boolean; shifts: { from: string; until: string }[] }>(shifts),
    ]);
    return {
      waiting: [...waiting] as Consultation[],
      answered,
      isLawyer: own?.isLawyer ?? false,
      shifts: own?.shifts ?? [],
    };
  });
}

/** Whether the phone shows the consultations page at all, and how many questions wait. */
export function dutyBadge(ctx: Context): Promise<{ isLawyer: boolean; waiting: number }> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ isLawyer: boolean; waiting: number }>(sql`select ${isLawyer(actor)} as "isLawyer",
      (select count(*)::int from consultations q where ${waitsHere(actor)}) as waiting`);
    return row ?? { isLawyer: false, waiting: 0 };
  });
}

/** The consultations linked to a dispute, oldest first. */
export function ofDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<Consultation[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "consultation.ofDispute", disputeId);
    return [
      ...(await tx.execute<Row>(sql`select ${card(false)}, ${none} ${from}
        where q.county_id = ${actor.countyId}::uuid and q.dispute_id = ${disputeId}::uuid order by q.id limit ${listLimits.consultationsOfDispute}`)),
    ];
  });
}

/** Disputes to which the actor may link a question: those they write on, the latest first. */
export function linkChoices(ctx: Context): Promise<{ id: string; number: string; title: string }[]> {
  const { actor } = ctx;
  const scopes = policy["consultation.link"][actor.role as "mediator" | "officer"];
  const relations = sql.join(
    scopes.map((scope) => sql`${scope}`),
    sql`, `,
  );
  return asActor(ctx, async (tx) => [
    ...(await tx.execute<{ id: string; number: string; title: string }>(sql`
      select d.id, d.number, d.title from ${reachable(actor, { isCurrentAs: relations, limit: listLimits.linkableDisputes })} w
        join disputes d on d.county_id = ${actor.countyId}::uuid and d.id = w.id order by w.registered_at desc, w.id desc`)),
  ]);
}
