import * as z from "zod";
import { proceedingTarget } from "../disputes/inputs";

/** Whatever stands in the address after #, or was typed from paper; anything may come, and all that is wrong is answered alike. */
const secret = z.string().max(200);

export const peekLinkInput = z.strictObject({ token: secret });
export const openLinkInput = z.strictObject({
  token: secret,
  /** The last four digits of the phone the station has of the invitee. */
  phoneEnd: z.string().max(20),
});

/** The lead team's act on one invitation: making a link to it, or killing the link. */
export const invitationLinkInput = proceedingTarget.extend({ invitationId: z.uuid() });
export type InvitationLinkInput = z.output<typeof invitationLinkInput>;
