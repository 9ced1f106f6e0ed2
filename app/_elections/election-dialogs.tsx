"use client";
import { ElectDialog } from "./elect-dialog";
import { EndElectionDialog, type Ending } from "./end-election-dialog";
import { ImportDialog } from "./import-dialog";
import type { SideParty } from "./side-party";
import { SignForDialog } from "./sign-for-dialog";

export type OpenDialog =
  | { kind: "import" }
  | { kind: "elect" }
  | { kind: "end"; ending: Ending }
  | { kind: "sign"; who: SideParty };

interface ElectionDialogsProps {
  open: OpenDialog;
  target: { disputeId: string; version: number; onClose: () => void };
  parties: readonly SideParty[];
  needsReason: boolean;
  today: string;
}

/** The dialog that was asked for; all of them are fetched with the first. */
export function ElectionDialogs({ open, target, parties, needsReason, today }: ElectionDialogsProps) {
  switch (open.kind) {
    case "import":
      return <ImportDialog {...target} parties={parties} needsReason={needsReason} />;
    case "elect":
      return <ElectDialog {...target} parties={parties} today={today} />;
    case "end":
      return <EndElectionDialog {...target} ending={open.ending} today={today} />;
    case "sign":
      return <SignForDialog {...target} who={open.who} today={today} />;
  }
}
