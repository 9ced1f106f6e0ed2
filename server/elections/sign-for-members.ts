import { sql } from "drizzle-orm";
import { signatures } from "@/db/schema/signing";
import { agreementOf } from "../agreements/parts/find-agreement";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { beganOn } from "../disputes/parts/began-on";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { dayIfEarlier, happenedAt } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { SignForMembersInput } from "./inputs";

/**
 * Records that an elected representative signed for everybody who elected them to sign and has not signed yet: one row for each,
 * as if recorded one by one. Their own signature is theirs alone. Refuses nobodyElected and what signing refuses.
 */
export function signForMembers(ctx: ActContext, input: SignForMembersInput): Promise<{ signed: number }> {
  return perform(ctx, "agreement.sign", input, async (act) => {
    const { tx, countyId, dispute, actor, now } = act;
    const { representativeId, means, happenedOn } = input;
    const agreement = await agreementOf(act);
    const signedAt = happenedAt(happenedOn, { now, earliest: await beganOn(act) });
    const links = await tx.execute<{ id: string; partyId: string }>(sql`
      select l.id, l.party_id as "partyId" from app.readable_party_links l join app.readable_parties p on p.county_id = l.county_id and p.id = l.party_id
      where l.county_id = ${countyId}::uuid and l.dispute_id = ${dispute.id}::uuid and l.elected_party_id = ${representativeId}::uuid
        and l.may_sign and l.ended_at is null and not p.is_departed and not exists (select from signatures s
          where s.county_id = l.county_id and s.agreement_id = ${agreement.id}::uuid and s.party_id = l.party_id)
      order by p.position`);
    if (links.length === 0) throw conflict("nobodyElected");
    await requireSpeakers(
      { tx, countyId, disputeId: dispute.id, track: proceedingOf(act).track },
      links.map(({ id, partyId }) => ({
        partyId,
        linkId: id,
        purpose: "bind" as const,
        means,
        on: dayIfEarlier(happenedOn, now),
      })),
    );
    await tx.insert(signatures).values(
      links.map(({ id, partyId }) => ({
        countyId,
        id: newId(now),
        disputeId: dispute.id,
        agreementId: agreement.id,
        signerKind: "party" as const,
        partyId,
        signedByLinkId: id,
        means,
        signedAt,
        recordedBy: actor.personId,
      })),
    );
    return {
      result: { signed: links.length },
      payload: {
        agreementId: agreement.id,
        signer: "party",
        partyId: representativeId,
        count: links.length,
        signedOn: dayOf(signedAt),
      },
    };
  });
}
