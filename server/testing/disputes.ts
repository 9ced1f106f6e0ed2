import {
  askedAtRegistration,
  type GateAnswers,
  type RegisterDisputeInput,
  registerDisputeInput,
} from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import type { TestCounty } from "./county";

export const harmless: GateAnswers = {
  threat: "no",
  livelihood: "no",
  inCourt: "no",
  isViolation: "no",
  hasMinor: "no",
  familyViolence: "no",
  judgedByCourt: "no",
  acceptedElsewhere: "no",
  propertyDamage: "no",
  injury: "no",
};

/** What is asked at registration, without danger. */
export const askedHarmless = askedAtRegistration.strip().parse(harmless);

/** A filled-in intake form; override what the test is about. */
export const intake = (over: Partial<RegisterDisputeInput> = {}): RegisterDisputeInput =>
  registerDisputeInput.parse({
    source: "walkIn",
    type: "neighbour",
    title: "装修承重墙纠纷",
    place: "江畔花园 3 号楼 2 单元",
    facts: "楼上装修拆了一段墙，楼下墙面出现裂缝。",
    neutralSummary: "楼上装修拆了一段墙，楼下墙面出现裂缝。",
    parties: [
      { side: 1, standing: "applicant", name: "刘玉芬", phone: "13800002719" },
      { side: 2, standing: "respondent", name: "张建国", phone: "13800003344" },
    ],
    asked: askedHarmless,
    ...over,
  });

/** Registers and accepts a dispute for people's mediation, led by the demo mediator. */
export async function acceptedDispute(county: TestCounty, over: Partial<RegisterDisputeInput> = {}) {
  const { disputeId } = await registerDispute(county.as("mediator"), intake(over));
  const { proceedingId } = await triageDispute(county.as("mediator"), {
    disputeId,
    answers: { ...harmless, hasMinor: over.parties?.some((party) => party.isMinor) ? "yes" : "no" },
    track: "peoples",
    notAcceptedReason: null,
    overrideReason: "",
    leadPersonId: null,
    leadUnit: "",
  });
  return { disputeId, proceedingId: proceedingId ?? "" };
}
