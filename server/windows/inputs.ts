import * as z from "zod";
import { restrictionGrounds, windowReviews } from "@/db/vocabulary";
import { instant, reason, reasonOrNone } from "../kernel/words";

export const restrictDisputeInput = z.strictObject({
  disputeId: z.uuid(),
  version: z.int().min(1).optional(),
  ground: z.enum(restrictionGrounds),
  reason: reason(200),
});
export type RestrictDisputeInput = z.output<typeof restrictDisputeInput>;

/** A dispute and why: to release it, to ask for a window, to ask for one at once. */
export const reasonedInput = z.strictObject({ disputeId: z.uuid(), reason: reason(200) });
export type ReasonedInput = z.output<typeof reasonedInput>;

/** `startsAt` null is at once; hours count only where it is granted. */
export const decideWindowInput = z.strictObject({
  disputeId: z.uuid(),
  windowId: z.uuid(),
  isGranted: z.boolean(),
  startsAt: instant.nullable().default(null),
  hours: z.int().min(1).max(1000),
});
export type DecideWindowInput = z.output<typeof decideWindowInput>;

export const windowTarget = z.strictObject({ disputeId: z.uuid(), windowId: z.uuid() });
export type WindowTarget = z.output<typeof windowTarget>;

/** A complaint says what it is about. */
export const reviewWindowInput = z
  .strictObject({ disputeId: z.uuid(), windowId: z.uuid(), review: z.enum(windowReviews), note: reasonOrNone(400) })
  .refine(({ review, note }) => review === "inOrder" || note !== "", { params: { problem: "reasonTooShort" } });
export type ReviewWindowInput = z.output<typeof reviewWindowInput>;

export const oneDisputeInput = z.strictObject({ disputeId: z.uuid() });
