"use client";
import { RestrictDialog } from "@/app/_restricted/restrict-dialog";
import { AskToLeadDialog } from "./ask-to-lead-dialog";
import { AttachCallDialog } from "./attach-call-dialog";
import { EndDialog } from "./end-dialog";
import { HarmDialog } from "./harm-dialog";
import { LeadDialog } from "./lead-dialog";
import type { DisputeMenuProps, Entry } from "./menu-entry";
import { ReopenDialog } from "./reopen-dialog";
import { RiskDialog } from "./risk-dialog";
import { SummaryDialog } from "./summary-dialog";

interface MenuDialogsProps extends DisputeMenuProps {
  open: Entry;
  close: () => void;
}

/** The dialog of the chosen entry; all of them are fetched with the first. */
export function MenuDialogs({ dispute, open, close }: MenuDialogsProps) {
  const { id, risk, summary, track, lead, version } = dispute;
  return (
    <>
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
