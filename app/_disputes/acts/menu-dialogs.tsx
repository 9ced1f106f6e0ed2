"use client";
import type { ReactNode } from "react";
import { loadGiveDialog } from "@/app/_instructions/load-give-dialog";
import { RestrictDialog } from "@/app/_restricted/restrict-dialog";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { LinkDialog } from "../merging/link-dialog";
import { MergeDialog } from "../merging/merge-dialog";
import { AskToLeadDialog } from "./ask-to-lead-dialog";
import { AssistantDialog } from "./assistant-dialog";
import { AttachCallDialog } from "./attach-call-dialog";
import { CorrectDialog } from "./correct-dialog";
import { EndDialog } from "./end-dialog";
import { ExtendClockDialog } from "./extend-clock-dialog";
import { HarmDialog } from "./harm-dialog";
import { LeadDialog } from "./lead-dialog";
import { LeadRequestDialog } from "./lead-request-dialog";
import type { DisputeMenuProps, Entry } from "./menu-entry";
import { PauseClockDialog } from "./pause-clock-dialog";
import { ReopenDialog } from "./reopen-dialog";
import { ResumeClockDialog } from "./resume-clock-dialog";
import { RiskDialog } from "./risk-dialog";
import { SummaryDialog } from "./summary-dialog";
import { TiesDialog } from "./ties-dialog";
import { TransferDialog } from "./transfer-dialog";
import { TransferResultDialog } from "./transfer-result-dialog";

type Dispute = DisputeMenuProps["dispute"];

/** What each entry opens; nothing where the dispute lacks what the act is about. */
const dialogs: Record<Entry, (dispute: Dispute, close: () => void) => ReactNode> = {
  "instruction.give": ({ id, lead }, close) =>
    lead && <LaterDialog load={loadGiveDialog} props={{ disputeId: id, lead: lead.name, onClose: close }} />,
  "lead.set": ({ id, track, lead }, close) =>
    track && lead && <LeadDialog disputeId={id} track={track} lead={lead} onClose={close} />,
  "assistant.set": ({ id, track, lead, assistantId, version }, close) =>
    track &&
    lead && (
      <AssistantDialog
        disputeId={id}
        track={track}
        leadId={lead.id}
        assistantId={assistantId}
        version={version}
        onClose={close}
      />
    ),
  "tie.record": ({ id }, close) => <TiesDialog disputeId={id} onClose={close} />,
  "leadRequest.record": ({ id, track, lead, version, today }, close) =>
    track &&
    lead && (
      <LeadRequestDialog disputeId={id} track={track} lead={lead} version={version} today={today} onClose={close} />
    ),
  "transfer.offer": ({ id, version }, close) => <TransferDialog disputeId={id} version={version} onClose={close} />,
  "transfer.recordResult": ({ id }, close) => <TransferResultDialog disputeId={id} onClose={close} />,
  "dispute.merge": ({ id }, close) => <MergeDialog disputeId={id} onClose={close} />,
  "dispute.link": ({ id }, close) => <LinkDialog disputeId={id} onClose={close} />,
  "access.request": ({ id }, close) => <AskToLeadDialog disputeId={id} onClose={close} />,
  "dispute.assessRisk": ({ id, risk }, close) => risk && <RiskDialog disputeId={id} now={risk} onClose={close} />,
  "dispute.setSummary": ({ id, summary }, close) =>
    summary && <SummaryDialog disputeId={id} now={summary} onClose={close} />,
  "dispute.correct": ({ id, registered }, close) => (
    <CorrectDialog disputeId={id} registered={registered} onClose={close} />
  ),
  "harm.report": ({ id }, close) => <HarmDialog disputeId={id} onClose={close} />,
  "dispute.attachCall": ({ id }, close) => <AttachCallDialog disputeId={id} onClose={close} />,
  "restriction.set": ({ id, version }, close) => <RestrictDialog disputeId={id} version={version} onClose={close} />,
  "clock.extend": ({ id, clock, version, today }, close) =>
    clock && <ExtendClockDialog disputeId={id} clock={clock} version={version} today={today} onClose={close} />,
  "clock.pause": ({ id, clock, version, today }, close) =>
    clock && <PauseClockDialog disputeId={id} clock={clock} version={version} today={today} onClose={close} />,
  "clock.resume": ({ id, clock, version, today }, close) =>
    clock && <ResumeClockDialog disputeId={id} clock={clock} version={version} today={today} onClose={close} />,
  "proceeding.reopen": ({ id }, close) => <ReopenDialog disputeId={id} onClose={close} />,
  "proceeding.end": ({ id, track, status, version, today, isGateShut }, close) =>
    track &&
    status && (
      <EndDialog
        disputeId={id}
        track={track}
        status={status}
        version={version}
        isGateShut={isGateShut}
        today={today}
        onClose={close}
      />
    ),
};

interface MenuDialogsProps extends DisputeMenuProps {
  open: Entry;
  close: () => void;
}

/** The dialog of the chosen entry; all of them are fetched with the first. */
export function MenuDialogs({ dispute, open, close }: MenuDialogsProps) {
  return dialogs[open](dispute, close);
}
