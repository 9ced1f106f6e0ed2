import * as z from "zod";
import { filled } from "../disputes/inputs";

/** Two characters at least: a reason of one letter says nothing. */
export const sendAccessRequestInput = z.strictObject({ disputeId: z.uuid(), reason: filled(200).min(2) });
export type SendAccessRequestInput = z.output<typeof sendAccessRequestInput>;

export const answerAccessRequestInput = z.strictObject({
  disputeId: z.uuid(),
  requestId: z.uuid(),
  isGranted: z.boolean(),
});
export type AnswerAccessRequestInput = z.output<typeof answerAccessRequestInput>;

export const waitingRequestsInput = z.strictObject({});
