import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import { actAs, type Context } from "../kernel/context";
import { keyOf } from "../kernel/ids";
import { Problem } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { RuleKey } from "../rules/defaults";
import { ruleOn } from "../rules/queries";

/** What is counted per person and hour: the most that is allowed, from how many on the head is told, and the refusal. */
const lookups = {
  /** Phones of parties shown whole. */
  reveal: { most: "reveal.perHour", told: "reveal.tellPerHour", refusal: "lookupsUsedUp" },
  /** Numbers that were searched for: whole phones or their last digits. */
  search: { most: "search.perHour", told: "search.tellPerHour", refusal: "lookupsUsedUp" },
  /** Lists and figures taken out as a sheet. */
  export: { most: "export.perHour", told: "export.tellPerHour", refusal: "exportsUsedUp" },
} as const satisfies Record<string, { most: RuleKey; told: RuleKey; refusal: string }>;
export type Lookup = keyof typeof lookups;

const hourMs = 3_600_000;

/** Numbers are kept for the hour as keyed hashes, so that asking again for the same one is not counted again. */
const keyFor = (lookup: Lookup, { countyId, personId }: PersonActor, item: string): string =>
  `${lookup}:${personId}:${createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`lookup ${countyId} ${personId} ${item}`)
    .digest("base64url")}`;

/**
 * Counts those of `items` that were not asked for within the hour. Gives the count before and after, and the county's limits,
 * in one statement.
 */
async function counted(lookup: Lookup, { actor, now }: Context, items: readonly string[]) {
  const at = sql`${now.toISOString()}::timestamptz`;
  const end = sql`${new Date(now.getTime() + hourMs).toISOString()}::timestamptz`;
  const keys = [...new Set(items)].sort().map((item) => sql`${keyFor(lookup, actor, item)}`);
  // Committed at once and outside the act: what was refused or failed was asked for all the same.
  const rule = (key: RuleKey) => ruleOn(key, actor.countyId, dayOf(now));
  const { most, told } = lookups[lookup];
  const [row] = await systemDatabase().execute<{
    before: number;
    after: number;
    end: Date;
    most: number;
    told: number;
  }>(sql`
    with asked as (insert into rate_limits as r (key, points, expire)
      select k, 1, ${end} from unnest(array[${sql.join(keys, sql`, `)}]::text[]) k
      on conflict (key) do update set expire = excluded.expire where r.expire <= ${at} returning 1),
    n as (select count(*)::int as n from asked),
    total as (insert into rate_limits as r (key, points, expire) select ${`${lookup}:${actor.personId}`}, n.n, ${end} from n
      on conflict (key) do update set points = case when r.expire <= ${at} then 0 else r.points end + excluded.points,
        expire = case when r.expire <= ${at} then excluded.expire else r.expire end returning points, expire)
    select total.points - n.n as before, total.points as after, total.expire as end,
      ${rule(most)} as most, ${rule(told)} as told from total, n`);
  if (!row) throw new Error("the counter gave no row");
  return { ...row, end: new Date(row.end) };
}

/**
 * Counts what a person looks up, each number once an hour, and refuses as `lookupsUsedUp` or `exportsUsedUp` beyond the
 * county's limit for an hour. The head of their station is told once an hour when the count is unusual.
 */
export async function countLookups(ctx: Context, lookup: Lookup, items: readonly string[]): Promise<void> {
  if (items.length === 0) return;
  const { now } = ctx;
  const { before, after, end, most, told } = await counted(lookup, ctx, items);
  if (before < told && after >= told) await tell(ctx, lookup, end, Math.min(after, most));
  if (after > most)
    throw new Problem("tooMany", lookups[lookup].refusal, {
      max: most,
      minutes: Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 60_000)),
    });
}

/** Leaves an event in the county's chain, from which the head's notification is made; once for each period. */
async function tell({ actor, now }: Context, lookup: Lookup, end: Date, count: number): Promise<void> {
  const key = keyOf(`lookup.unusual ${lookup} ${end.toISOString()}`, actor.personId);
  const input = { lookup, until: end.toISOString() };
  await act(
    actAs(actor, now, key),
    "lookup.unusual",
    input,
    () => undefined,
    async () => ({ result: null, payload: { lookup, person: actor.personId, count } }),
  );
}
