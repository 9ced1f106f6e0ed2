import type { ProceedingStatus, RiskLevel } from "@/db/vocabulary";

/** What the list is narrowed by; all but the searched words stands in its address. */
export interface ListInput {
  scope: "open" | "mine" | "all";
  status: "registered" | "notAccepted" | ProceedingStatus | null;
  risk: RiskLevel | null;
  q: string;
}

/** The address of a list narrowed like this. */
export function listHref({ scope, status, risk }: ListInput): string {
  const asked = new URLSearchParams({ scope });
  if (status) asked.set("status", status);
  if (risk) asked.set("risk", risk);
  return `/disputes?${asked}`;
}
