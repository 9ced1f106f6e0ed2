import * as z from "zod";
import { locales } from "@/db/vocabulary";
import { proceedingTarget } from "../disputes/inputs";

/**
 * The token after # in the address, or the code typed from paper. Any text is accepted here: a wrong one gets the same
 * answer as an expired one.
 */
const secret = z.string().max(200);

export const peekLinkInput = z.strictObject({ token: secret });
export const openLinkInput = z.strictObject({
  token: secret,
  /** The last four digits of the invitee's phone as the station has it. */
  phoneEnd: z.string().max(20),
});

/** The language of the words in the file. */
export const visitCalendarInput = z.strictObject({ locale: z.enum(locales) });

/** The lead team's act on one invitation: making a link to it, or revoking it. */
export const invitationLinkInput = proceedingTarget.extend({ invitationId: z.uuid() });
export type InvitationLinkInput = z.output<typeof invitationLinkInput>;
