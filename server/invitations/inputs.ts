import * as z from "zod";
import { declineReasons } from "@/db/vocabulary";
import { proceedingTarget, words } from "../disputes/inputs";

const forceCode = words(32).min(2);

export const candidatesInput = z.strictObject({ disputeId: z.uuid(), forceCode });

export const sendInvitationInput = proceedingTarget.extend({
  personId: z.uuid(),
  forceCode,
  /** What is asked of him, in a line; may stay empty. */
  roleAsked: words(120).default(""),
  /** Instant; the county's rule decides when absent. */
  answerBy: z.iso.datetime().nullable().default(null),
  /** The declined, silent or withdrawn invitation whose seat this one takes. */
  replacesId: z.uuid().nullable().default(null),
});
export type SendInvitationInput = z.output<typeof sendInvitationInput>;

export const withdrawInvitationInput = proceedingTarget.extend({ invitationId: z.uuid() });
export type WithdrawInvitationInput = z.output<typeof withdrawInvitationInput>;

/** The invitee names his invitation alone: he knows nothing else yet. */
export const ownInvitationInput = z.strictObject({ invitationId: z.uuid() });
export type OwnInvitationInput = z.output<typeof ownInvitationInput>;

export const acceptInvitationInput = ownInvitationInput.extend({
  /** He says himself that no kinship, agency or common employer ties him to any party. */
  declaresNoTie: z.boolean(),
});
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>;

export const declineInvitationInput = ownInvitationInput.extend({
  reason: z.enum(declineReasons),
  note: words(200).default(""),
});
export type DeclineInvitationInput = z.output<typeof declineInvitationInput>;

export const ownInvitationsInput = z.strictObject({
  /** The last id of the page before; ids sort by the moment of sending. */
  before: z.uuid().nullable().default(null),
});
