import type { RiskLevel, Track } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";
import type { ClockOnPage } from "@/server/disputes/reads/clock-state";

export interface DisputeMenuProps {
  dispute: {
    id: string;
    allowed: readonly Action[];
    risk: RiskLevel | null;
    summary: { neutralSummary: string; version: number } | null;
    track: Track | null;
    lead: { id: string; name: string } | null;
    version?: number;
    /** 'YYYY-MM-DD'. */
    today: string;
    clock: ClockOnPage | undefined;
    parties: readonly { id: string; side: number; name: string }[];
  };
}

/** The acts behind ⋯, in their order; each has its dialog in menu-dialogs.tsx and its words in `disputes.menu`. */
export const menu = [
  "lead.set",
  "access.request",
  "dispute.assessRisk",
  "dispute.setSummary",
  "harm.report",
  "dispute.attachCall",
  "restriction.set",
  "clock.extend",
  "clock.pause",
  "clock.resume",
  "proceeding.reopen",
  "proceeding.end",
] as const satisfies readonly Action[];
export type Entry = (typeof menu)[number];
