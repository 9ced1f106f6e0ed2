import { type SQL, sql } from "drizzle-orm";
import type { Age } from "../inputs";

/** The last day of each part of the overview's bars; the last part has no end. */
const untilOf: Record<Age, number | null> = { to7: 7, to15: 15, to30: 30, over30: null };
const parts = Object.keys(untilOf) as Age[];

/** Which part so many days since acceptance belong to. */
export const ageOf = (days: number): Age => parts.find((age) => days <= (untilOf[age] ?? days)) ?? "over30";

/** The same as a condition on a number of days. */
export function ageIs(age: Age, days: SQL): SQL {
  const before = untilOf[parts[parts.indexOf(age) - 1] as Age] ?? null;
  const until = untilOf[age];
  return sql`((${days}) > ${before ?? -1_000_000}::int and (${days}) <= ${until ?? 1_000_000}::int)`;
}
