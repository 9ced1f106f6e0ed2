import type { CommitteeListInput } from "@/server/statistics/inputs";

type Asked = Pick<CommitteeListInput, "figure"> & Partial<Omit<CommitteeListInput, "figure">>;

/** The address of the list behind a rate of the committee. */
export function rateHref({ figure, part, cursor, ...rest }: Asked): string {
  const query = new URLSearchParams();
  if (part === "denominator") query.set("part", part);
  for (const [key, value] of Object.entries(rest)) if (value) query.set(key, value);
  if (cursor) {
    query.set("at", cursor.at);
    query.set("id", cursor.id);
  }
  const text = query.toString();
  return `/committee/rates/${figure}${text ? `?${text}` : ""}`;
}
