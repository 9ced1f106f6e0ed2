import * as z from "zod";
import { proceedingTarget } from "../disputes/inputs";

export const ownNotificationsInput = z.strictObject({
  /** The last id of the page before; ids sort by the moment of what happened. */
  before: z.uuid().nullable().default(null),
});
export type OwnNotificationsInput = z.output<typeof ownNotificationsInput>;

/** One notification, or all up to the newest one on the page: what came in since stays unread. */
export const markReadInput = z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ upTo: z.uuid() })]);
export type MarkReadInput = z.output<typeof markReadInput>;

export const deliveriesInput = z.strictObject({ disputeId: z.uuid() });

export const retryDeliveryInput = proceedingTarget.extend({ deliveryId: z.uuid() });
export type RetryDeliveryInput = z.output<typeof retryDeliveryInput>;

/** One invitee, or everybody of the proceeding who has not answered. */
export const remindInviteesInput = proceedingTarget.extend({ invitationId: z.uuid().nullable().default(null) });
export type RemindInviteesInput = z.output<typeof remindInviteesInput>;
