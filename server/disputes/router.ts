import { command, question, router } from "../trpc/init";
import { archiveProceeding } from "./archive-proceeding";
import { closeProceeding } from "./close-proceeding";
import { endProceeding } from "./end-proceeding";
import {
  archiveProceedingInput,
  closeProceedingInput,
  disputeIdInput,
  endProceedingInput,
  registerDisputeInput,
  triageDisputeInput,
} from "./inputs";
import { disputeById } from "./queries";
import { registerDispute } from "./register-dispute";
import { triageDispute } from "./triage-dispute";

export const disputesRouter = router({
  byId: question("dispute.read", disputeIdInput, disputeById),
  register: command("dispute.register", registerDisputeInput, registerDispute),
  triage: command("dispute.triage", triageDisputeInput, triageDispute),
  end: command("proceeding.end", endProceedingInput, endProceeding),
  close: command("proceeding.close", closeProceedingInput, closeProceeding),
  archive: command("proceeding.archive", archiveProceedingInput, archiveProceeding),
});
