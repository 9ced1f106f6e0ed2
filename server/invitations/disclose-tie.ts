import { and, eq, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { ties } from "@/db/schema/panel";
import { nameOnCard } from "../access/party-as-read";
import type { Act } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { DiscloseTieInput } from "./inputs";
import { answerInvitation, type Invitation } from "./parts/answer-invitation";

/**
 * The party behind each name the invitee was shown, in that order; a linked person counts as the party they belong to.
 * Null where the name has been changed since. The invitee knows only names, so the system looks up the parties.
 */
function partiesShown({ tx, countyId, dispute }: Act, names: readonly string[]): Promise<(string | null)[]> {
  return withSystemPrivileges(tx, async () => {
    const rows = await tx.execute<{ partyId: string | null }>(sql`
      select coalesce((select p.id from parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${dispute.id}::uuid
          and p.side || ':' || ${nameOnCard} = n.name order by p.position limit 1),
        (select p.id from party_links l join parties p on p.county_id = l.county_id and p.id = l.party_id
          where l.county_id = ${countyId}::uuid and l.dispute_id = ${dispute.id}::uuid and p.side || ':' || l.name || ':' || l.kind = n.name
          order by p.position limit 1)) as "partyId"
      from json_array_elements_text(${JSON.stringify(names)}::json) with ordinality n(name, place) order by n.place`);
    return rows.map((row) => row.partyId);
  });
}

async function writeTies(act: Act, invitation: Invitation, input: DiscloseTieInput): Promise<void> {
  const { tx, countyId, dispute, now } = act;
  const shown = await partiesShown(act, invitation.partyNames);
  const rows = input.ties.map(({ name, kind, note }) => {
    const partyId = shown[name];
    if (!partyId) throw conflict("changedMeanwhile");
    return {
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      partyId,
      personId: invitation.personId,
      kind,
      note,
      source: "disclosed" as const,
      recordedBy: invitation.personId,
      recordedAt: now,
    };
  });
  await tx.insert(ties).values(rows).onConflictDoNothing();
}

/**
 * The invitee discloses a tie before they answer. They cannot accept until every party has waived it; the lead asks
 * the parties. No event says what the tie is. Refuses with changedMeanwhile when a name they were shown no longer
 * exists.
 */
export function discloseTie(ctx: ActContext, input: DiscloseTieInput): Promise<{ invitationId: string }> {
  return answerInvitation(ctx, "invitation.disclose", input, async (act, invitation) => {
    const { tx, countyId, now } = act;
    await writeTies(act, invitation, input);
    await tx
      .update(invitations)
      .set({ status: "seen", seenAt: invitation.seenAt ?? now, disclosedAt: now })
      .where(and(eq(invitations.countyId, countyId), eq(invitations.id, invitation.id)));
    return {
      result: { invitationId: invitation.id },
      payload: { invitation: invitation.id, person: invitation.personId, force: invitation.forceCode },
    };
  });
}
