import { sql } from "drizzle-orm";
import type { Actor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { askedOnce } from "../../kernel/shared-reads";
import { asActor } from "../../kernel/transaction";

/**
 * What the county, posts, stations, committees, points and rooms of the county are called in English, by their names; once a request.
 * Those that share a name share its English: the last by the alphabet, where they were given several.
 */
export const englishNames = (ctx: Context<Actor>): Promise<ReadonlyMap<string, string>> =>
  asActor(ctx, (tx) =>
    askedOnce(tx, "englishNames", async () => {
      const county = sql`county_id = ${ctx.actor.countyId}::uuid`;
      const rows = await tx.execute<{ name: string; english: string }>(sql`
        select post as name, post_en as english from people where ${county} and post_en <> '' and post <> ''
        union select name, name_en from stations where ${county} and name_en <> ''
        union select name, name_en from committees where ${county} and name_en <> ''
        union select name, name_en from contact_points where ${county} and name_en <> ''
        union select name, name_en from rooms where ${county} and name_en <> ''
        union select name, name_en from counties where id = ${ctx.actor.countyId}::uuid and name_en <> '' order by name, english`);
      return new Map(rows.map(({ name, english }) => [name, english]));
    }),
  );

/** Under which keys of an answer a post, station, committee, point or room is named. */
const named =
  /^(?:\w*[pP]ost|(?:\w*[a-z])?(?:[rR]oom|[pP]oint|[sS]tation|[cC]ommittee)(?:Name)?|county|workplace|unit|organisation)$/;
const holders = /^(?:rooms?|otherRooms|points?|stations?|committees?)$/;

/** The name with its English beside it, or as it is. */
export const withEnglish = (name: string, english: ReadonlyMap<string, string>): string => {
  const found = english.get(name);
  return found ? `${name} ${found}` : name;
};

/** An answer with the English beside each name of a post or place in it; all else stays as it is. */
export function besideEnglish<T>(answer: T, english: ReadonlyMap<string, string>): T {
  return english.size === 0 ? answer : (within(answer, "", english) as T);
}

function within(value: unknown, key: string, english: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return named.test(key) ? withEnglish(value, english) : value;
  if (Array.isArray(value)) return value.map((one) => within(one, key, english));
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const isPlace = holders.test(key) || ("seats" in value && "id" in value);
  return Object.fromEntries(
    Object.entries(value).map(([part, held]) => [
      part,
      isPlace && part === "name" && typeof held === "string" ? withEnglish(held, english) : within(held, part, english),
    ]),
  );
}
