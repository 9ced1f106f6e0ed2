import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { applySettlement } from "./apply-settlement";
import { decideSettlement } from "./decide-settlement";
import { findViolation } from "./find-violation";
import {
  applySettlementInput,
  decideSettlementInput,
  findViolationInput,
  settleOnSpotInput,
  summonGuardianInput,
} from "./inputs";
import { violationOfDispute } from "./reads/violation";
import { settleOnSpot } from "./settle-on-spot";
import { summonGuardian } from "./summon-guardian";

export const violationsRouter = router({
  ofDispute: question("violation.read", disputeIdInput, violationOfDispute),
  find: command("violation.find", findViolationInput, findViolation),
  summonGuardian: command("guardian.summon", summonGuardianInput, summonGuardian),
  settleOnSpot: command("onSpot.settle", settleOnSpotInput, settleOnSpot),
  applySettlement: command("settlement.apply", applySettlementInput, applySettlement),
  decideSettlement: command("settlement.decide", decideSettlementInput, decideSettlement),
});
