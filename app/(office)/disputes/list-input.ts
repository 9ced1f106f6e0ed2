import type { DisputeType, ProceedingStatus, RiskLevel, Source, Track } from "@/db/vocabulary";
import type { ListScope } from "@/server/disputes/choices";

/** The filters of the list; all but the search words are in its address. */
export interface ListInput {
  scope: ListScope;
  status: "registered" | "notAccepted" | ProceedingStatus | null;
  risk: RiskLevel | null;
  source: Source | null;
  type: DisputeType | null;
  track: Track | null;
  /** Open matters of one lead, or those that are late; asked for by a figure. */
  lead: string | null;
  late: "yes" | null;
  q: string;
}

export const noFilters = {
  status: null,
  risk: null,
  source: null,
  type: null,
  track: null,
  lead: null,
  late: null,
} as const;

/** The address of the list with these filters. */
export function listHref({ scope, status, ...filters }: Omit<ListInput, "q">): string {
  const asked = new URLSearchParams({ scope });
  if (status) asked.set("status", status);
  for (const name of ["risk", "source", "type", "track", "lead", "late"] as const)
    if (filters[name]) asked.set(name, filters[name]);
  return `/disputes?${asked}`;
}
