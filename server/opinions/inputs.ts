import * as z from "zod";
import { proceedingTarget } from "../disputes/inputs";
import { filledLines } from "../kernel/words";

/** Who an opinion is for; whoever signs says so themselves. */
export const opinionLanes = ["joint", "mediator"] as const;

export const signOpinionInput = proceedingTarget.extend({
  sessionId: z.uuid(),
  lane: z.enum(opinionLanes),
  text: filledLines(4000),
});
export type SignOpinionInput = z.output<typeof signOpinionInput>;

export const openOpinionInput = z.strictObject({ disputeId: z.uuid(), opinionId: z.uuid() });
export type OpenOpinionInput = z.output<typeof openOpinionInput>;
