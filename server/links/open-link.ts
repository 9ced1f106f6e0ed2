import type * as z from "zod";
import { openVisit, visitBy } from "../access/link-entry";
import { seeAsking } from "../interpreters/parts/see-asking";
import { seeInvitation } from "../invitations/see-invitation";
import { actAs } from "../kernel/context";
import { Problem } from "../kernel/problem";
import type { openLinkInput } from "./inputs";

/** Opens a visit and marks the invitation, or the question to an interpreter, as seen. */
export async function openLink(
  input: z.output<typeof openLinkInput>,
  address: string | null,
  now: Date,
): Promise<{ visit: string; until: string }> {
  const opened = await openVisit(input.token, input.phoneEnd, address, now);
  const visit = await visitBy(opened.visit, now);
  if ("askingId" in visit) {
    await seeAsking(visit);
    return opened;
  }
  if ("requestId" in visit) return opened;
  const { actor, invitationId } = visit;
  try {
    await seeInvitation(actAs(actor, now), { invitationId });
  } catch (error) {
    // Seen before: nothing to write.
    if (!(error instanceof Problem)) throw error;
  }
  return opened;
}
