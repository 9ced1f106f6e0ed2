import type { ProceedingStatus, RiskLevel } from "@/db/vocabulary";
import type { ListScope } from "@/server/disputes/choices";

/** The filters of the list; all but the search words are in its address. */
export interface ListInput {
  scope: ListScope;
  status: "registered" | "notAccepted" | ProceedingStatus | null;
  risk: RiskLevel | null;
  q: string;
}

/** The address of the list with these filters. */
export function listHref({ scope, status, risk }: ListInput): string {
  const asked = new URLSearchParams({ scope });
  if (status) asked.set("status", status);
  if (risk) asked.set("risk", risk);
  return `/disputes?${asked}`;
}
