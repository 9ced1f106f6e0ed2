import { DeclineDialog } from "./decline-dialog";
import { DeputyDialog } from "./deputy-dialog";
import { DiscloseDialog } from "./disclose-dialog";
import { ProposeDialog } from "./propose-dialog";

/** What is asked behind the buttons under an invitation; fetched after the card itself. */
export const dialogs = {
  decline: DeclineDialog,
  deputy: DeputyDialog,
  disclose: DiscloseDialog,
  propose: ProposeDialog,
} as const;
