import * as z from "zod";
import { reason } from "../kernel/words";

export const sendAccessRequestInput = z.strictObject({ disputeId: z.uuid(), reason: reason(200) });
export type SendAccessRequestInput = z.output<typeof sendAccessRequestInput>;

export const answerAccessRequestInput = z.strictObject({
  disputeId: z.uuid(),
  requestId: z.uuid(),
  isGranted: z.boolean(),
});
export type AnswerAccessRequestInput = z.output<typeof answerAccessRequestInput>;
