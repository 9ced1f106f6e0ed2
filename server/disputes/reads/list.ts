import { type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import type {
  DisputeType,
  NextStep,
  NonAcceptanceReason,
  Outcome,
  ProceedingStatus,
  RiskLevel,
  Source,
  Track,
} from "@/db/vocabulary";
import { countLookups } from "../../access/hourly-limit";
import { reachable } from "../../access/reachable";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import type { listDisputesInput } from "../inputs";
import { isInHand, isMine, isOpen, isUntriaged } from "../parts/counted-sets";
import { type FoundIn, foundBy, numberIn, type WhyFound, whyFound, whyOf, wordsIn } from "./find-by-words";

/** How one seat of the small 3×3 board is shown. */
export type SeatMark = "accepted" | "waiting" | "silent" | "gone" | "none";

/** A side in a list: two names at most (minors never), and how many there are. */
export interface SideInList {
  side: number;
  names: string[];
  count: number;
}

/** A dispute as every list shows it: no facts, no contacts. Instants are ISO text. */
export interface DisputeInList {
  id: string;
  number: string;
  title: string;
  type: DisputeType;
  source: Source;
  place: string;
  registeredAt: string;
  risk: RiskLevel;
  notAccepted: NonAcceptanceReason | null;
  /** It goes on under another registration; found by its number, in no list of its own. */
  isMerged: boolean;
  sides: SideInList[];
  /** By what the words of a search found it; empty in a list nobody searched for. */
  why: WhyFound[];
  proceeding: {
    ordinal: number;
    track: Track;
    status: ProceedingStatus;
    outcome: Outcome | null;
    /** The day on which it was taken up, 'YYYY-MM-DD'. */
    acceptedOn: string;
    lead: string;
    nextStep: NextStep | null;
    nextOwner: string | null;
    nextDueAt: string | null;
    /** In the county's order of forces. */
    seats: SeatMark[];
  } | null;
}
export interface DisputeListPage {
  rows: DisputeInList[];
  /** Up to 1,001, which means "more than 1,000". */
  total: number;
  next: { registeredAt: string; id: string } | null;
  /** Whose matters they are, where one lead was asked for. */
  leadName: string | null;
}

const pageSize = 50;
const totalMax = 1000;

/** Parties of dispute `d` in their order: side, and name, which is null for a minor; `sidesOf` makes sides of them. */
export const partiesInList = sql`(select json_agg(json_build_array(p.side, case when not p.is_minor then p.name end) order by p.position)
  from app.readable_parties p where p.county_id = d.county_id and p.dispute_id = d.id)`;
export type PartiesInList = [side: number, name: string | null][] | null;

const namesMost = 2;

export function sidesOf(parties: PartiesInList): SideInList[] {
  const sides = new Map<number, SideInList>();
  for (const [side, name] of parties ?? []) {
    const found = sides.get(side) ?? { side, names: [], count: 0 };
    found.count += 1;
    if (name !== null && found.names.length < namesMost) found.names.push(name);
    sides.set(side, found);
  }
  return [...sides.values()].sort((one, other) => one.side - other.side);
}

/** How the forces asked in proceeding `pr` stand at `now`, by code; `seatsOf` puts them in their order. */
export const marksInList = (now: Date) => sql`(select json_object_agg(m.force_code, m.mark) from (
  select i.force_code, case when bool_or(i.status = 'accepted') then 'accepted'
    when bool_or(i.status in ('sent', 'seen') and i.answer_by > ${now.toISOString()}::timestamptz) then 'waiting'
    when bool_or(i.status in ('sent', 'seen', 'expired')) then 'silent'
    when bool_or(i.status = 'declined') then 'gone' else 'none' end as mark
  from invitations i where i.county_id = pr.county_id and i.proceeding_id = pr.id group by i.force_code) m)`;
export type MarksInList = Record<string, SeatMark> | null;

/** The county's forces in their order, asked once for a list. */
export const forcesOf = (countyId: string) => sql`(select coalesce(json_agg(f.code order by f.sort), '[]') from forces f
  where f.county_id = ${countyId}::uuid and f.disabled_at is null)`;

const seatsMost = 8;

/** One mark for each force; after the eighth only forces that were asked. */
export const seatsOf = (forces: readonly string[], marks: MarksInList): SeatMark[] =>
  forces.map((code) => marks?.[code] ?? "none").filter((mark, i) => i < seatsMost || mark !== "none");

export type ListInput = z.output<typeof listDisputesInput>;

/** The newest proceeding of dispute `d` that the reader may see, as `pr`. */
const newest = sql`left join lateral (
  select x.* from proceedings x where x.county_id = d.county_id and x.dispute_id = d.id order by x.ordinal desc limit 1) pr on true`;

/** Statuses of proceedings that are over for good; every other one is among what is open. */
const isOverWith = (status: ListInput["status"]) => status === "archived" || status === "notAccepted";

/**
 * What the filters ask of dispute `d` and its newest proceeding `pr`. What is unarchived is asked of nothing: the open rights that
 * are walked say it already (app.keep_right), and asking it again cost a read of every matter that is counted.
 */
function wantedOf({ actor: { personId }, now }: Context, input: ListInput): SQL[] {
  const { scope, status, risk, source, type, track, lead, late } = input;
  const wanted: SQL[] = [];
  if (scope === "open") wanted.push(isOpen);
  if (scope === "mine") wanted.push(isMine(personId));
  if (status === "registered") wanted.push(isUntriaged);
  else if (status === "notAccepted") wanted.push(sql`d.not_accepted_at is not null`);
  else if (status) wanted.push(sql`pr.status = ${status}::proceeding_status`);
  if (risk) wanted.push(sql`d.risk = ${risk}::risk_level`);
  if (source) wanted.push(sql`d.source = ${source}::source`);
  if (type) wanted.push(sql`d.type = ${type}::dispute_type`);
  if (track) wanted.push(sql`pr.track = ${track}::track`);
  if (lead || late) wanted.push(isInHand(lead, late ? now : null));
  return wanted;
}

/** What a list is made of: subqueries of the statement that `first` begins. What both read is worked out once. */
interface Asked {
  first: SQL;
  /** Rows `(registered_at, id, d, pr)` of the page, with the dispute and its newest proceeding as they were read. */
  page: SQL;
  /** All that are wanted, up to one more than are counted. */
  all: SQL;
}

function pageAndAll(ctx: Context, input: ListInput, size: number): Asked {
  const { actor } = ctx;
  const { after } = input;
  const [pageLimit, allLimit] = [size + 1, totalMax + 1];
  const words = wordsIn(input.q);
  const wanted = wantedOf(ctx, input);
  const isNotFiled = input.scope !== "all" || (input.status !== null && !isOverWith(input.status));
  const walked = (walk: { after?: ListInput["after"]; limit?: number }) =>
    words.length > 0
      ? foundBy(actor, words, { isOpen: isNotFiled, ...walk })
      : reachable(actor, { isOpen: isNotFiled, ...walk });
  const read = (walk: SQL, limit: number) => sql`(select w.registered_at, w.id, d, pr from ${walk} w
    join disputes d on d.county_id = ${actor.countyId}::uuid and d.id = w.id ${newest}
    where ${sql.join([sql`true`, ...wanted], sql` and `)} order by w.registered_at desc, w.id desc limit ${limit})`;
  const later = after
    ? sql`(select * from found f where (f.registered_at, f.id) < (${after.registeredAt}::timestamptz, ${after.id}::uuid))`
    : sql`found`;
  // Without a filter only the page's rows are read; a later page of more than are counted has to be walked by itself.
  if (wanted.length === 0) {
    const first = sql`with found as materialized (select * from ${walked({ limit: allLimit })} f)`;
    return {
      first,
      page: read(after ? walked({ after, limit: pageLimit }) : newestOf(later, pageLimit), pageLimit),
      all: sql`found`,
    };
  }
  // What words find is asked for once, because finding it is costly; of a walk, a later page is another part.
  if (words.length > 0) {
    const first = sql`with found as materialized (select * from ${walked({})} f)`;
    return { first, page: read(later, pageLimit), all: read(sql`found`, allLimit) };
  }
  const first = sql`with found as materialized (${read(walked({}), allLimit)})`;
  return { first, page: after ? read(walked({ after }), pageLimit) : newestOf(later, pageLimit), all: sql`found` };
}

const newestOf = (found: SQL, limit: number) =>
  sql`(select * from ${found} f order by f.registered_at desc, f.id desc limit ${limit})`;

/** A row as the statement gives it. */
type FoundRow = Omit<DisputeInList, "sides" | "why" | "proceeding"> & {
  parties: PartiesInList;
  why: FoundIn;
  proceeding: (Omit<NonNullable<DisputeInList["proceeding"]>, "seats"> & { marks: MarksInList }) | null;
};

function inList({ parties, why, proceeding, ...row }: FoundRow, forces: readonly string[], q: string): DisputeInList {
  const shown = { ...row, sides: sidesOf(parties), why: whyOf(wordsIn(q), why) };
  if (!proceeding) return { ...shown, proceeding };
  const { marks, ...own } = proceeding;
  return { ...shown, proceeding: { ...own, seats: seatsOf(forces, marks) } };
}

/** The disputes the actor may see, newest first, by keyset; one statement with the rows and the total. */
export async function listDisputes(ctx: Context, input: ListInput): Promise<DisputeListPage> {
  await countNumbersIn(ctx, input);
  return pageOf(ctx, input, pageSize);
}

/** Numbers that are searched for count towards what a person may look up in an hour. */
export const countNumbersIn = (ctx: Context, { q }: Pick<ListInput, "q">): Promise<void> =>
  countLookups(
    ctx,
    "search",
    wordsIn(q).flatMap((word) => numberIn(word) ?? []),
  );

/** The same page with another number of rows, for whoever has counted what was looked up. */
export async function pageOf(ctx: Context, input: ListInput, size: number): Promise<DisputeListPage> {
  const { actor, now } = ctx;
  const { first, page, all } = pageAndAll(ctx, input, size);
  return asActor(ctx, async (tx) => {
    const [found] = await tx.execute<{
      rows: FoundRow[];
      total: number;
      forces: string[];
      leadName: string | null;
    }>(sql`
      ${first} select (select count(*)::int from ${all} t) as total, ${forcesOf(actor.countyId)} as forces,
        (select p.name from people p where p.county_id = ${actor.countyId}::uuid and p.id = ${input.lead}::uuid) as "leadName",
        (select coalesce(json_agg(r.row order by r.registered_at desc, r.id desc), '[]') from (
          select d.registered_at, d.id, json_build_object('id', d.id, 'number', d.number, 'title', d.title, 'type', d.type, 'source', d.source, 'place', d.place,
            'registeredAt', d.registered_at, 'risk', d.risk, 'notAccepted', d.not_accepted_reason, 'isMerged', d.merged_at is not null, 'parties', ${partiesInList}, 'why', ${whyFound(actor, wordsIn(input.q))},
            'proceeding', case when pr.id is not null then json_build_object('ordinal', pr.ordinal, 'track', pr.track, 'status', pr.status,
              'outcome', pr.outcome, 'acceptedOn', coalesce(pr.accepted_on, app.day_of(pr.accepted_at)), 'nextStep', pr.next_step, 'nextDueAt', pr.next_due_at,
              'lead', (select p.name from people p where p.county_id = pr.county_id and p.id = pr.lead_person_id),
              'nextOwner', (select p.name from people p where p.county_id = pr.county_id and p.id = pr.next_owner_id),
              'marks', ${marksInList(now)}) end) as row
          from ${page} w cross join lateral (select (w.d).*) d left join lateral (select (w.pr).*) pr on true) r) as rows`);
    const rows = found?.rows ?? [];
    const shown = rows.slice(0, size).map((row) => inList(row, found?.forces ?? [], input.q));
    const last = shown.at(-1);
    return {
      rows: shown,
      total: found?.total ?? 0,
      leadName: found?.leadName ?? null,
      next: rows.length > size && last ? { registeredAt: last.registeredAt, id: last.id } : null,
    };
  });
}
