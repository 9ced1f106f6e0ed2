import type { DisputeType, ProceedingStatus, RiskLevel, Source, Track } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";
import type { ClockOnPage } from "@/server/disputes/reads/clock-state";

/** What was registered, as the dialog of its correction shows it; facts are null where the reader does not see them. */
export interface Registered {
  title: string;
  type: DisputeType;
  place: string;
  point: { id: string; name: string } | null;
  startedOn: string | null;
  source: Source;
  referredBy: string;
  referralNumber: string;
  facts: { facts: string; requests: string; version: number } | null;
}

export interface DisputeMenuProps {
  dispute: {
    id: string;
    allowed: readonly Action[];
    risk: RiskLevel | null;
    registered: Registered;
    summary: { neutralSummary: string; version: number } | null;
    track: Track | null;
    status: ProceedingStatus | null;
    lead: { id: string; name: string } | null;
    assistantId: string | null;
    version?: number;
    isGateShut?: boolean;
    /** 'YYYY-MM-DD'. */
    today: string;
    clock: ClockOnPage | undefined;
  };
}

/** The acts behind ⋯, in their order; each has its dialog in menu-dialogs.tsx and its words in `disputes.menu`. */
export const menu = [
  "instruction.give",
  "lead.set",
  "assistant.set",
  "tie.record",
  "leadRequest.record",
  "transfer.offer",
  "transfer.recordResult",
  "dispute.merge",
  "dispute.link",
  "access.request",
  "dispute.assessRisk",
  "dispute.setSummary",
  "dispute.correct",
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
