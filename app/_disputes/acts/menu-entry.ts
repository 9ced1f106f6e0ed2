import type { RiskLevel, Track } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";

export interface DisputeMenuProps {
  dispute: {
    id: string;
    allowed: readonly Action[];
    risk: RiskLevel | null;
    summary: { neutralSummary: string; version: number } | null;
    track: Track | null;
    lead: { id: string; name: string } | null;
    version?: number;
  };
}

/** The acts behind ⋯, in their order; each has its dialog in menu-dialogs.tsx and its words in `disputes.menu`. */
export const menu = [
  "lead.set",
  "transfer.offer",
  "transfer.recordResult",
  "access.request",
  "dispute.assessRisk",
  "dispute.setSummary",
  "harm.report",
  "dispute.attachCall",
  "restriction.set",
  "proceeding.reopen",
  "proceeding.end",
] as const satisfies readonly Action[];
export type Entry = (typeof menu)[number];
