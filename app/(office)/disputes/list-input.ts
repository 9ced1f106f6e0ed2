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
  q: string;
}

export const noFilters = { status: null, risk: null, source: null, type: null, track: null } as const;

/** The address of the list with these filters. */
export function listHref({ scope, status, risk, source, type, track }: ListInput): string {
  const asked = new URLSearchParams({ scope });
  if (status) asked.set("status", status);
  for (const [name, value] of Object.entries({ risk, source, type, track })) if (value) asked.set(name, value);
  return `/disputes?${asked}`;
}
