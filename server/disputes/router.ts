import { command, question, router } from "../trpc/init";
import { disputeIdInput, registerDisputeInput, triageDisputeInput } from "./inputs";
import { disputeById } from "./queries";
import { registerDispute } from "./register-dispute";
import { triageDispute } from "./triage-dispute";

export const disputesRouter = router({
  byId: question("dispute.read", disputeIdInput, disputeById),
  register: command("dispute.register", registerDisputeInput, registerDispute),
  triage: command("dispute.triage", triageDisputeInput, triageDispute),
});
