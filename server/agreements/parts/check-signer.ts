import { and, eq } from "drizzle-orm";
import { parties, partyLinks } from "@/db/schema/disputes";
import { invitations } from "@/db/schema/invitations";
import type { SignatureMeans, Track } from "@/db/vocabulary";
import { whoTheyAre } from "../../access/party-as-read";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import { conflict, invalid } from "../../kernel/problem";
import type { SignAgreementInput } from "../inputs";

type PartyRow = Pick<typeof parties.$inferSelect, "kind" | "isMinor" | "standing">;
type LinkRow = Pick<typeof partyLinks.$inferSelect, "id" | "kind" | "maySign">;

/** The reason why this link may not sign for this party on this track, or null when it may. */
export function barToSigning(
  track: Track,
  party: PartyRow,
  link: LinkRow | null,
  means: SignatureMeans,
): string | null {
  if (party.kind === "unidentified") return "partyUnidentified";
  if (link && !link.maySign) return "linkMayNotSign";
  // 未成年人: a guardian signs for a minor (程序规定 181).
  if (party.isMinor && link?.kind !== "guardian") return "guardianNeeded";
  if (track === "publicSecurity" && party.standing === "respondent" && link?.kind === "agent") return "suspectInPerson";
  if (party.kind === "organisation" && !link && means !== "seal") return "representativeNeeded";
  return null;
}

/** Refuses a signer whom the law or the authority papers do not allow; gives the columns of the signature. */
export async function checkSigner(act: Act<PersonActor>, input: SignAgreementInput) {
  const { tx, countyId, dispute, actor } = act;
  const proceeding = proceedingOf(act);
  const { signer } = input;
  if (signer.kind === "mediator") {
    if (proceeding.leadPersonId !== actor.personId) throw conflict("leadSignsInPerson");
    return { signerKind: "mediator" as const, personId: actor.personId };
  }
  if (signer.kind === "witness") {
    const [there] = await tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(
        and(
          eq(invitations.countyId, countyId),
          eq(invitations.proceedingId, proceeding.id),
          eq(invitations.personId, signer.personId),
          eq(invitations.status, "accepted"),
        ),
      );
    if (!there) throw invalid("witnessNotInvited");
    return { signerKind: "witness" as const, personId: signer.personId };
  }
  const [party] = await tx
    .select(whoTheyAre)
    .from(parties)
    .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, signer.partyId)));
  if (!party) throw invalid("unknownReference");
  const link = signer.byLinkId ? await linkOf(act, party.id, signer.byLinkId) : null;
  const bar = barToSigning(proceeding.track, party, link, input.means);
  if (bar) throw conflict(bar, { party: party.name });
  return { signerKind: "party" as const, partyId: party.id, signedByLinkId: link?.id ?? null };
}

async function linkOf({ tx, countyId }: Act<PersonActor>, partyId: string, linkId: string): Promise<LinkRow> {
  const [link] = await tx
    .select({ id: partyLinks.id, kind: partyLinks.kind, maySign: partyLinks.maySign })
    .from(partyLinks)
    .where(and(eq(partyLinks.countyId, countyId), eq(partyLinks.partyId, partyId), eq(partyLinks.id, linkId)));
  if (!link) throw invalid("unknownReference");
  return link;
}
