import type { InvitationVisit, LinkVisit } from "../../access/link-entry";
import { notFound } from "../../kernel/problem";

/** The visit of an invitee; a link to anything else has no such procedure. */
export function ofInvitee(visit: LinkVisit): InvitationVisit {
  if (!("invitationId" in visit)) throw notFound();
  return visit;
}
