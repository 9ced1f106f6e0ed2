import * as z from "zod";
import { instructionKinds } from "@/db/vocabulary";
import { proceedingTarget } from "../disputes/inputs";
import { filledLines, instant } from "../kernel/words";

export const giveInstructionInput = proceedingTarget.extend({
  kind: z.enum(instructionKinds),
  wish: filledLines(400),
  /** Inside office hours. */
  answerBy: instant,
});
export const answerInstructionInput = proceedingTarget.extend({ instructionId: z.uuid(), answer: filledLines(1000) });
export const instructionTarget = proceedingTarget.extend({ instructionId: z.uuid() });
export const instructionsQuery = z.strictObject({ disputeId: z.uuid() });
