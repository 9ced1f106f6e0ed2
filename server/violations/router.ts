import { paperInput } from "../disputes/inputs";
import { auditedPrint } from "../kernel/audit";
import { command, question, router } from "../trpc/init";
import { applySettlement } from "./apply-settlement";
import { decideSettlement } from "./decide-settlement";
import { describeCase } from "./describe-case";
import { findViolation } from "./find-violation";
import {
  applySettlementInput,
  decideSettlementInput,
  describeCaseInput,
  findViolationInput,
  settleOnSpotInput,
  summonGuardianInput,
} from "./inputs";
import { violationOfDispute } from "./reads/violation";
import { settleOnSpot } from "./settle-on-spot";
import { summonGuardian } from "./summon-guardian";

export const violationsRouter = router({
  ofDispute: question("violation.read", paperInput, auditedPrint("case.print", violationOfDispute)),
  find: command("violation.find", findViolationInput, findViolation),
  describe: command("case.describe", describeCaseInput, describeCase),
  summonGuardian: command("guardian.summon", summonGuardianInput, summonGuardian),
  settleOnSpot: command("onSpot.settle", settleOnSpotInput, settleOnSpot),
  applySettlement: command("settlement.apply", applySettlementInput, applySettlement),
  decideSettlement: command("settlement.decide", decideSettlementInput, decideSettlement),
});
