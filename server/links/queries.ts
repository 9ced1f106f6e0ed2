import type { LinkVisit } from "../access/link-entry";
import { type Deputy, ownDeputies } from "../invitations/reads/deputies";
import { type OwnInvitation, ownInvitation } from "../invitations/reads/own";

/** What a guest sees: the card alone, as it was frozen. */
export interface VisitedInvitation {
  invitation: OwnInvitation;
  name: string;
  until: string;
}

export async function visitedInvitation(visit: LinkVisit): Promise<VisitedInvitation> {
  const { invitationId, name, until } = visit;
  return { invitation: await ownInvitation(visit, { invitationId }), name, until };
}

export const visitedDeputies = (visit: LinkVisit): Promise<Deputy[]> =>
  ownDeputies(visit, { invitationId: visit.invitationId });
