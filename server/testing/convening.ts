import { sql } from "drizzle-orm";
import { defaultForceCodes } from "@/db/vocabulary";
import { demoPeople } from "@/server/demo/people";
import { speakerOf } from "../binding/parts/speaker-of";
import { giveNotice } from "../consents/give-notice";
import { recordConsentInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { acceptInvitation } from "../invitations/accept-invitation";
import { sendInvitationInput } from "../invitations/inputs";
import { sendInvitation } from "../invitations/send-invitation";
import { asActor } from "../kernel/transaction";
import type { TestCounty } from "./county";

interface Accepted {
  disputeId: string;
}

/** The parties of a dispute led by the demo mediator, in order. */
export const partiesOf = (county: TestCounty, { disputeId }: Accepted) =>
  asActor(county.as("mediator"), (tx) =>
    tx.execute<{ id: string; name: string }>(
      sql`select id, name from parties where dispute_id = ${disputeId}::uuid order by position`,
    ),
  );

/** Whoever speaks for the parties that need a guardian. */
export const guardiansOf = (county: TestCounty, { disputeId }: Pick<Accepted, "disputeId">, by = "mediator") =>
  asActor(county.as(by), async (tx) => {
    const rows = await tx.execute<{ partyId: string; linkId: string }>(sql`
      select distinct on (p.id) p.id as "partyId", l.id as "linkId" from app.readable_parties p
      join party_links l on l.county_id = p.county_id and l.party_id = p.id and l.kind = 'guardian'
      where p.dispute_id = ${disputeId}::uuid and p.needs_guardian order by p.id, l.id`);
    return [...rows];
  });

/** Gives every party the notice; a child's guardian is told. */
export async function noticed(county: TestCounty, dispute: Accepted) {
  const speakers = await guardiansOf(county, dispute);
  await giveNotice(county.as("mediator"), { disputeId: dispute.disputeId, partyIds: [], means: "read", speakers });
}

/** Gives every party the notice and records their consent, or their guardian's, to mediation and to every force. */
export async function consented(county: TestCounty, dispute: Accepted) {
  await noticed(county, dispute);
  const speakers = await guardiansOf(county, dispute);
  const answers = (await partiesOf(county, dispute)).flatMap(({ id: partyId }) => {
    const spokenByLinkId = speakerOf(speakers, partyId);
    return [
      { partyId, subject: "mediation" as const, answer: "agreed" as const, spokenByLinkId },
      ...defaultForceCodes.map((forceCode) => ({
        partyId,
        subject: "inviteForce" as const,
        forceCode,
        answer: "agreed" as const,
        spokenByLinkId,
      })),
    ];
  });
  await recordConsent(county.as("mediator"), recordConsentInput.parse({ disputeId: dispute.disputeId, answers }));
}

/** Asks a demo expert for their own force. The parties must have agreed. */
export async function invited(county: TestCounty, { disputeId }: Accepted, username: string, now?: Date) {
  const forceCode = demoPeople.find((person) => person.username === username)?.forces?.[0] ?? "other";
  const personId = county.people[username] ?? "";
  return sendInvitation(
    county.as("mediator", now ? { now } : {}),
    sendInvitationInput.parse({ disputeId, personId, forceCode }),
  );
}

/** Asks a demo expert, who accepts. The parties must have agreed. */
export async function joined(county: TestCounty, dispute: Accepted, username: string) {
  const { invitationId } = await invited(county, dispute, username);
  await acceptInvitation(county.as(username), { invitationId, declaresNoTie: true });
  return { invitationId };
}
