import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import { actAs, type Context } from "../kernel/context";
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

/** Numbers are kept for the hour as keyed hashes, so that asking again for the same one is not counted again. */
const hashOf = ({ countyId, personId }: PersonActor, item: string): string =>
  createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`lookup ${countyId} ${personId} ${item}`)
    .digest("base64url");

/** Counts those of `items` that were not asked for within the hour, with the county's limits, in one statement. */
async function counted(lookup: Lookup, { actor, now }: Context, items: readonly string[]) {
  const hashes = sql.join(
    items.map((item) => sql`${hashOf(actor, item)}`),
    sql`, `,
  );
  const rule = (key: RuleKey) => ruleOn(key, actor.countyId, dayOf(now));
  const { most, told } = lookups[lookup];
  // Committed at once and outside the act: what failed was asked for all the same.
  const [row] = await systemDatabase().execute<{
    counted: number;
    isAllowed: boolean;
    isTold: boolean;
    freeAt: Date | null;
    most: number;
  }>(sql`
    select c.counted, c.is_allowed as "isAllowed", c.is_told as "isTold", c.free_at as "freeAt", l.most
    from (select ${rule(most)} as most, ${rule(told)} as told offset 0) l
    cross join lateral app.count_lookups(${`${lookup}:${actor.personId}`}, array[${hashes}]::text[], ${now.toISOString()}::timestamptz, l.most, l.told) c`);
  if (!row) throw new Error("the counter gave no row");
  return row;
}

/**
 * Counts what a person looks up, each number once an hour, and refuses as `lookupsUsedUp` or `exportsUsedUp` what goes beyond
 * the county's limit in any hour, wherever it begins; what was refused is neither counted nor known afterwards. The head of
 * their station is told once an hour when the count is unusual.
 */
export async function countLookups(ctx: Context, lookup: Lookup, items: readonly string[]): Promise<void> {
  if (items.length === 0) return;
  const { now } = ctx;
  const { counted: count, isAllowed, isTold, freeAt, most } = await counted(lookup, ctx, items);
  if (isTold) await tell(ctx, lookup, Math.min(count, most));
  if (isAllowed) return;
  const waits = freeAt ? (new Date(freeAt).getTime() - now.getTime()) / 60_000 : 1;
  throw new Problem("tooMany", lookups[lookup].refusal, { max: most, minutes: Math.max(1, Math.ceil(waits)) });
}

/** Leaves an event in the county's chain, from which the head's notification is made. */
async function tell({ actor, now }: Context, lookup: Lookup, count: number): Promise<void> {
  await act(
    actAs(actor, now),
    "lookup.unusual",
    { lookup, at: now.toISOString() },
    () => undefined,
    async () => ({ result: null, payload: { lookup, person: actor.personId, count } }),
  );
}
