import type { CommitteeListInput, CountyListInput, DrillInput } from "@/server/statistics/inputs";

type Drill = Pick<DrillInput, "figure"> &
  Partial<Pick<DrillInput, "part" | "period" | "basis" | "month" | "cursor">> &
  Partial<DrillInput["filter"]>;

/** The address of the list behind a figure, bar, cell or segment. */
export function drillHref(asked: Drill): string {
  return listHref("/overview", asked);
}

type CountyAsked = Pick<CountyListInput, "figure"> & Partial<Omit<CountyListInput, "figure">>;

/** The same of the county's page. */
export function countyHref(asked: CountyAsked): string {
  return listHref("/county", asked);
}

type CommitteeAsked = Pick<CommitteeListInput, "figure"> & Partial<Omit<CommitteeListInput, "figure">>;

/** The same of a committee's rates. */
export function committeeHref(asked: CommitteeAsked): string {
  return listHref("/committee/rates", asked);
}

function listHref(page: string, { figure, part, cursor, ...rest }: Drill | CountyAsked | CommitteeAsked): string {
  const query = new URLSearchParams();
  if (part === "denominator") query.set("part", part);
  for (const [key, value] of Object.entries(rest)) if (value) query.set(key, value);
  if (cursor) {
    query.set("at", cursor.at);
    query.set("id", cursor.id);
  }
  const text = query.toString();
  return `${page}/${figure}${text ? `?${text}` : ""}`;
}
