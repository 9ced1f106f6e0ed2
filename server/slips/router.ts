import { disputeIdInput } from "../disputes/inputs";
import { linkEntry } from "../trpc/by-link";
import { command, question, router } from "../trpc/init";
import { slipCodeInput } from "./inputs";
import { makeSlip } from "./make-slip";
import { readStage } from "./read-stage";
import { slipOfDispute } from "./reads/slip";
import { revokeSlip } from "./revoke-slip";

/** `stage` is asked by anybody who holds a slip, without an account. */
export const slipsRouter = router({
  ofDispute: question("slip.read", disputeIdInput, slipOfDispute),
  make: command("slip.make", disputeIdInput, makeSlip),
  revoke: command("slip.revoke", disputeIdInput, revokeSlip),
  stage: linkEntry(slipCodeInput, readStage),
});
