"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RestrictDialog } from "@/app/_restricted/restrict-dialog";
import { MoreMenu } from "@/app/_ui/actions/more-menu";
import type { RiskLevel, Track } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";
import { AskToLeadDialog } from "./ask-to-lead-dialog";
import { AttachCallDialog } from "./attach-call-dialog";
import { EndDialog } from "./end-dialog";
import { HarmDialog } from "./harm-dialog";
import { LeadDialog } from "./lead-dialog";
import { ReopenDialog } from "./reopen-dialog";
import { RiskDialog } from "./risk-dialog";
import { SummaryDialog } from "./summary-dialog";

interface DisputeMenuProps {
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

const menu = [
  "lead.set",
  "access.request",
  "dispute.assessRisk",
  "dispute.setSummary",
  "harm.report",
  "dispute.attachCall",
  "restriction.set",
  "proceeding.reopen",
  "proceeding.end",
] as const satisfies readonly Action[];
type Entry = (typeof menu)[number];
const keys = {
  "lead.set": "lead",
  "access.request": "ask",
  "dispute.assessRisk": "risk",
  "dispute.setSummary": "summary",
  "harm.report": "harm",
  "dispute.attachCall": "attach",
  "restriction.set": "seal",
  "proceeding.reopen": "reopen",
  "proceeding.end": "end",
} as const;

/** ⋯ of a dispute: rare acts that concern the whole dispute. Not drawn where none is allowed. */
export function DisputeMenu({ dispute }: DisputeMenuProps) {
  const t = useTranslations("disputes");
  const [open, setOpen] = useState<Entry | null>(null);
  const { id, allowed, risk, summary, track, lead, version } = dispute;
  const entries = menu.filter((entry) => allowed.includes(entry));
  if (entries.length === 0) return null;
  const close = () => setOpen(null);
  return (
    <>
      <MoreMenu
        items={entries.map((entry) => ({
          label: t(`menu.${keys[entry]}`),
          tone: entry === "proceeding.end" ? ("stop" as const) : undefined,
          onPress: () => setOpen(entry),
        }))}
      />
      {open === "lead.set" && track && lead ? (
        <LeadDialog disputeId={id} track={track} lead={lead} onClose={close} />
      ) : null}
      {open === "access.request" ? <AskToLeadDialog disputeId={id} onClose={close} /> : null}
      {open === "dispute.assessRisk" && risk ? <RiskDialog disputeId={id} now={risk} onClose={close} /> : null}
      {open === "dispute.setSummary" && summary ? <SummaryDialog disputeId={id} now={summary} onClose={close} /> : null}
      {open === "harm.report" ? <HarmDialog disputeId={id} onClose={close} /> : null}
      {open === "dispute.attachCall" ? <AttachCallDialog disputeId={id} onClose={close} /> : null}
      {open === "restriction.set" ? <RestrictDialog disputeId={id} version={version} onClose={close} /> : null}
      {open === "proceeding.end" && track ? (
        <EndDialog disputeId={id} track={track} version={version} onClose={close} />
      ) : null}
      {open === "proceeding.reopen" ? <ReopenDialog disputeId={id} onClose={close} /> : null}
    </>
  );
}
