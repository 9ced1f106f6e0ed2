import * as z from "zod";
import { signerInput } from "../agreements/inputs";
import { proceedingTarget } from "../disputes/inputs";
import { reason } from "../kernel/words";
import { refusalMost } from "./choices";

const interpreterInput = z.strictObject({ kind: z.literal("interpreter"), interpreterId: z.uuid() });

/** Whom a link is made for: a party or who stands beside it, somebody who was there, who interprets or witnesses, or the lead. */
export const askToSignInput = proceedingTarget.extend({ signer: z.union([signerInput, interpreterInput]) });
export type AskToSignInput = z.output<typeof askToSignInput>;

export const stopAskingInput = proceedingTarget.extend({ requestId: z.uuid() });
export type StopAskingInput = z.output<typeof stopAskingInput>;

/** Why they do not sign; everybody who signs is told. */
export const refusalInput = z.strictObject({ reason: reason(refusalMost) });
export type RefusalInput = z.output<typeof refusalInput>;
