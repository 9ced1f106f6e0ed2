import { command, router } from "../trpc/init";
import { registerDisputeInput, triageDisputeInput } from "./inputs";
import { registerDispute } from "./register-dispute";
import { triageDispute } from "./triage-dispute";

export const disputesRouter = router({
  register: command("dispute.register", registerDisputeInput, registerDispute),
  triage: command("dispute.triage", triageDisputeInput, triageDispute),
});
