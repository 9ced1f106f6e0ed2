import * as z from "zod";
import { proceedingTarget } from "../disputes/inputs";
import { reason, words } from "../kernel/words";
import { notFreeWays } from "./choices";

export const setLeadInput = proceedingTarget.extend({
  /** The lead the user saw. */
  leadSeen: z.uuid(),
  leadPersonId: z.uuid(),
  leadUnit: words(60).default(""),
  reason: reason(200),
  /** Without it, the act asks. */
  whereNotFree: z.enum(notFreeWays).optional(),
});

export const comingSeatsInput = z.strictObject({ disputeId: z.uuid(), leadPersonId: z.uuid() });
