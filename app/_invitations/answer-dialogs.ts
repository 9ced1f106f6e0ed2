import { DeclineDialog } from "./decline-dialog";
import { DeputyDialog } from "./deputy-dialog";
import { DiscloseDialog } from "./disclose-dialog";
import { ProposeDialog } from "./propose-dialog";

/** The dialogs of the buttons under an invitation; loaded after the card itself. */
export const dialogs = {
  decline: DeclineDialog,
  deputy: DeputyDialog,
  disclose: DiscloseDialog,
  propose: ProposeDialog,
} as const;
