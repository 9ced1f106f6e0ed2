import type { DrillInput } from "@/server/statistics/inputs";

type Drill = Pick<DrillInput, "figure"> &
  Partial<Pick<DrillInput, "part" | "period" | "basis" | "month" | "cursor">> &
  Partial<DrillInput["filter"]>;

/** The address of the list behind a figure, bar, cell or segment. */
export function drillHref({ figure, part, cursor, ...rest }: Drill): string {
  const query = new URLSearchParams();
  if (part === "denominator") query.set("part", part);
  for (const [key, value] of Object.entries(rest)) if (value) query.set(key, value);
  if (cursor) {
    query.set("at", cursor.at);
    query.set("id", cursor.id);
  }
  const text = query.toString();
  return `/overview/${figure}${text ? `?${text}` : ""}`;
}
