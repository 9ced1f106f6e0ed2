import type { GateQuestion } from "@/db/vocabulary";

/** Asked of everyone who comes in. The first four are about danger, the others about which tracks are possible. */
export const dangerQuestions = [
  "injury",
  "threat",
  "familyViolence",
  "livelihood",
] as const satisfies readonly GateQuestion[];
export const elsewhereQuestions = [
  "judgedByCourt",
  "inCourt",
  "acceptedElsewhere",
] as const satisfies readonly GateQuestion[];
