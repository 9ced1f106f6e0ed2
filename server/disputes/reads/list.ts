import { type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { canonicalIdNumber, canonicalPhone } from "@/db/encryption/canonical";
import type {
  DisputeType,
  NextStep,
  NonAcceptanceReason,
  Outcome,
  ProceedingStatus,
  RiskLevel,
  Track,
} from "@/db/vocabulary";
import { countLookups } from "../../access/hourly-limit";
import { isNamedLike, isReachedBy } from "../../access/party-as-read";
import { reachable } from "../../access/reachable";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import type { listDisputesInput } from "../inputs";

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
  place: string;
  registeredAt: string;
  risk: RiskLevel;
  notAccepted: NonAcceptanceReason | null;
  sides: SideInList[];
  proceeding: {
    ordinal: number;
    track: Track;
    status: ProceedingStatus;
    outcome: Outcome | null;
    acceptedAt: string;
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
}

const pageSize = 50;
const totalMax = 1000;

const escaped = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Sides of dispute `d`. */
export const sidesInList = sql`(select coalesce(json_agg(json_build_object('side', s.side, 'names', s.names, 'count', s.count) order by s.side), '[]')
  from (select p.side, count(*) as count, coalesce((array_agg(p.name order by p.position) filter (where not p.is_minor))[1:2], '{}') as names
    from app.readable_parties p where p.county_id = d.county_id and p.dispute_id = d.id group by p.side) s)`;

/** Seats of proceeding `pr` at `now`, one mark for each force; after the eighth only forces that were asked. */
export const seatsInList = (now: Date) => sql`(select coalesce(json_agg(f.mark order by f.sort), '[]') from (
  select f.sort, coalesce(m.mark, 'none') as mark, row_number() over (order by f.sort) as nth
  from forces f left join (
    select i.force_code, case when bool_or(i.status = 'accepted') then 'accepted'
      when bool_or(i.status in ('sent', 'seen') and i.answer_by > ${now.toISOString()}::timestamptz) then 'waiting'
      when bool_or(i.status in ('sent', 'seen', 'expired')) then 'silent'
      when bool_or(i.status = 'declined') then 'gone' else 'none' end as mark
    from invitations i where i.county_id = pr.county_id and i.proceeding_id = pr.id group by i.force_code) m on m.force_code = f.code
  where f.county_id = pr.county_id and f.disabled_at is null) f where f.nth <= 8 or f.mark <> 'none')`;

/** A whole phone or ID number in its canonical form, or the last four signs of one; null for any other word. */
function numberIn(word: string): string | null {
  const bare = word.normalize("NFKC").toUpperCase();
  if (/^\d{3}[\dX]$/.test(bare)) return bare;
  const line = canonicalPhone(bare)?.line ?? "";
  return canonicalIdNumber(bare) ?? (line.length >= 7 ? line : null);
}
/** What is asked for, word by word; a number written in groups is one word. */
const wordsIn = (q: string) => {
  const whole = numberIn(q);
  return whole && whole.length > 4 ? [q] : q.split(/\s+/).filter(Boolean).slice(0, 6);
};

/** Number, title, place and adults' names by part; a whole phone or ID number, or its last four signs, only for those who work on it. */
function matches(countyId: string, word: string): SQL {
  const like = escaped(word);
  const number = numberIn(word);
  const byNumber = number
    ? sql`or d.id in (select p.dispute_id from parties p where p.county_id = ${countyId}::uuid and ${isReachedBy(countyId, number)})`
    : sql``;
  return sql`(d.number ilike ${like} or d.title ilike ${like} or d.place ilike ${like}
    or exists (select from parties p where p.county_id = d.county_id and p.dispute_id = d.id and ${isNamedLike(like)}) ${byNumber})`;
}

type ListInput = z.output<typeof listDisputesInput>;

/** The newest proceeding of dispute `d` that the reader may see, as `pr`. */
const newest = sql`left join lateral (
  select x.* from proceedings x where x.county_id = d.county_id and x.dispute_id = d.id order by x.ordinal desc limit 1) pr on true`;

/** Statuses of proceedings that are over for good; every other one is among what is open. */
const isOverWith = (status: ListInput["status"]) => status === "archived" || status === "notAccepted";

/** What the filters ask of dispute `d` and its newest proceeding `pr`. */
function wantedOf({ actor: { countyId, personId } }: Context, { scope, status, risk, q }: ListInput): SQL[] {
  const wanted = wordsIn(q).map((word) => matches(countyId, word));
  if (scope !== "all") wanted.push(sql`d.not_accepted_at is null and (pr.id is null or pr.archived_at is null)`);
  if (scope === "mine")
    wanted.push(sql`(pr.lead_person_id = ${personId}::uuid or pr.next_owner_id = ${personId}::uuid
      or pr.id is null and d.registered_by = ${personId}::uuid)`);
  if (status === "registered") wanted.push(sql`pr.id is null and d.not_accepted_at is null`);
  else if (status === "notAccepted") wanted.push(sql`d.not_accepted_at is not null`);
  else if (status) wanted.push(sql`pr.status = ${status}::proceeding_status`);
  if (risk) wanted.push(sql`d.risk = ${risk}::risk_level`);
  return wanted;
}

/** Two subqueries: the page's rows `(registered_at, id)`, and all that are wanted, up to one more than are counted. */
function pageAndAll(ctx: Context, input: ListInput): { page: SQL; all: SQL } {
  const { actor } = ctx;
  const [pageLimit, allLimit] = [pageSize + 1, totalMax + 1];
  const wanted = wantedOf(ctx, input);
  if (wanted.length === 0)
    return {
      page: reachable(actor, { after: input.after, limit: pageLimit }),
      all: reachable(actor, { limit: allLimit }),
    };
  const isOpen = input.scope !== "all" || (input.status !== null && !isOverWith(input.status));
  const among = (walk: SQL, limit: number) => sql`(select w.registered_at, w.id from ${walk} w
    join disputes d on d.county_id = ${actor.countyId}::uuid and d.id = w.id ${newest}
    where ${sql.join(wanted, sql` and `)} order by w.registered_at desc, w.id desc limit ${limit})`;
  return {
    page: among(reachable(actor, { isOpen, after: input.after }), pageLimit),
    all: among(reachable(actor, { isOpen }), allLimit),
  };
}

/** The disputes the actor may see, newest first, by keyset; one statement with the rows and the total. */
export async function listDisputes(ctx: Context, input: ListInput): Promise<DisputeListPage> {
  const { actor, now } = ctx;
  await countLookups(
    ctx,
    "search",
    wordsIn(input.q).flatMap((word) => numberIn(word) ?? []),
  );
  const { page, all } = pageAndAll(ctx, input);
  return asActor(ctx, async (tx) => {
    const [found] = await tx.execute<{ rows: DisputeInList[]; total: number }>(sql`
      select (select count(*)::int from ${all} t) as total,
        (select coalesce(json_agg(r.row order by r.registered_at desc, r.id desc), '[]') from (
          select d.registered_at, d.id, json_build_object('id', d.id, 'number', d.number, 'title', d.title, 'type', d.type, 'place', d.place,
            'registeredAt', d.registered_at, 'risk', d.risk, 'notAccepted', d.not_accepted_reason, 'sides', ${sidesInList},
            'proceeding', case when pr.id is not null then json_build_object('ordinal', pr.ordinal, 'track', pr.track, 'status', pr.status,
              'outcome', pr.outcome, 'acceptedAt', pr.accepted_at, 'nextStep', pr.next_step, 'nextDueAt', pr.next_due_at,
              'lead', (select p.name from people p where p.county_id = pr.county_id and p.id = pr.lead_person_id),
              'nextOwner', (select p.name from people p where p.county_id = pr.county_id and p.id = pr.next_owner_id),
              'seats', ${seatsInList(now)}) end) as row
          from ${page} w join disputes d on d.county_id = ${actor.countyId}::uuid and d.id = w.id ${newest}) r) as rows`);
    const rows = found?.rows ?? [];
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      rows: shown,
      total: found?.total ?? 0,
      next: rows.length > pageSize && last ? { registeredAt: last.registeredAt, id: last.id } : null,
    };
  });
}
