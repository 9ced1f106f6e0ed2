import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { people } from "@/db/schema/people";
import { newSecrets, revokeLinks, shownOnce, writeLink } from "../access/new-link";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { InvitationLinkInput } from "./inputs";

const hour = 3_600_000;

/** Shown to the maker once and stored nowhere. */
export interface MadeLink {
  linkId: string;
  expiresAt: string;
  /** For the fragment of the address: /i#token. Null on a replay of the same act: what was shown once is not shown again. */
  token: string | null;
  /** The same link as a short code, to be typed from paper. */
  code: string | null;
}

/** The invitation a link would open, if it still waits for an answer, and the invitee's phone. */
async function waitingInvitation(act: Act, invitationId: string): Promise<{ id: string; answerBy: Date }> {
  const [found] = await act.tx
    .select({
      id: invitations.id,
      status: invitations.status,
      answerBy: invitations.answerBy,
      phone: people.phone,
      name: people.name,
    })
    .from(invitations)
    .innerJoin(people, and(eq(people.countyId, invitations.countyId), eq(people.id, invitations.personId)))
    .where(
      and(
        eq(invitations.countyId, act.countyId),
        eq(invitations.proceedingId, proceedingOf(act).id),
        eq(invitations.id, invitationId),
      ),
    )
    .for("update", { of: invitations });
  if (!found) throw notFound();
  const isWaiting = found.status === "sent" || found.status === "seen";
  if (!isWaiting) throw conflict("invitationClosed", { status: found.status });
  if (found.answerBy <= act.now) throw conflict("invitationClosed", { status: "expired" });
  if (!/\d{4}$/.test(found.phone)) throw conflict("phoneNeeded", { name: found.name });
  return found;
}

/**
 * Makes a link to one invitation for its invitee alone, valid for the hours the county's rule gives and no longer than
 * they may answer; a new link revokes the old one. Token and code are returned once; the system stores their hashes.
 * Refuses with invitationClosed and, where there is no phone whose last digits could be asked, phoneNeeded.
 */
export async function makeLink(ctx: ActContext, input: InvitationLinkInput): Promise<MadeLink> {
  const secrets = newSecrets();
  const made = await perform(ctx, "invitation.makeLink", input, async (act) => {
    const { tx, countyId, dispute, now, rules, actor } = act;
    const { id: invitationId, answerBy } = await waitingInvitation(act, input.invitationId);
    await revokeLinks(tx, countyId, { invitationId }, now);
    const until = new Date(Math.min(now.getTime() + rules["link.hours"] * hour, answerBy.getTime()));
    const link = { countyId, disputeId: dispute.id, opens: { invitationId }, by: actor.personId, now, until };
    const linkId = await writeLink(tx, secrets, link);
    const expiresAt = until.toISOString();
    return {
      result: { linkId, expiresAt, tokenHash: secrets.tokenHash },
      payload: { invitation: invitationId, until: expiresAt },
    };
  });
  return { linkId: made.linkId, expiresAt: made.expiresAt, ...shownOnce(made, secrets) };
}
