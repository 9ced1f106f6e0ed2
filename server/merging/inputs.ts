import * as z from "zod";
import { disputeLinkKinds } from "@/db/vocabulary";
import { filled, reason } from "../kernel/words";

export const mergeWithInput = z.strictObject({ disputeId: z.uuid(), otherDisputeId: z.uuid() });
/** A registration named by its number, as somebody reads it from a paper. */
export const otherByNumberInput = z.strictObject({ disputeId: z.uuid(), number: filled(24) });

/** Who a party of the absorbed registration is under the other: one that is there, or nobody yet, who then comes to a side. */
const samePerson = z.strictObject({
  partyId: z.uuid(),
  intoPartyId: z.uuid().nullable(),
  side: z.int().min(1).max(12),
});
export const mergeDisputesInput = z.strictObject({
  /** The registration that is absorbed. */
  disputeId: z.uuid(),
  /** The one that goes on for both. */
  intoDisputeId: z.uuid(),
  parties: z.array(samePerson).max(60),
  reason: reason(400),
});
export const undoMergeInput = z.strictObject({ disputeId: z.uuid(), mergeId: z.uuid(), reason: reason(400) });

export const linkDisputesInput = z.strictObject({
  disputeId: z.uuid(),
  otherDisputeId: z.uuid(),
  kind: z.enum(disputeLinkKinds),
  reason: reason(200),
});
export const unlinkDisputesInput = z.strictObject({ disputeId: z.uuid(), linkId: z.uuid(), reason: reason(200) });
