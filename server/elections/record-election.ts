import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { elections, partyLinks } from "@/db/schema/parties";
import { linkRow } from "../disputes/parts/add-parties";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { dayOf } from "../kernel/shanghai";
import type { RecordElectionInput } from "./inputs";
import { checkElected } from "./parts/check-elected";

/**
 * Writes down whom a numerous side elected: who elected, for what, on which day and by which paper. Each member has each
 * representative beside it from then on, and nobody else's; whom it elected before represents it no more. Refuses
 * electedForNothing, tooFewMembers, tooManyRepresentatives, notOfThatSide, suspectInPerson, guardianNeeded, dayInFuture.
 */
export function recordElection(ctx: ActContext, input: RecordElectionInput): Promise<{ electionId: string }> {
  return perform(ctx, "election.record", input, async (act) => {
    const { tx, countyId, dispute, actor, now } = act;
    const { side, electedOn, paper, mayNegotiate, maySign, mayReceive } = input;
    checkHappened(electedOn, { now, earliest: "1900-01-01" });
    const { members, representatives } = await checkElected(act, input);
    const of = { countyId, disputeId: dispute.id };
    const electionId = newId(now);
    await tx
      .update(partyLinks)
      .set({ endedAt: now, endedOn: electedOn, endedBy: actor.personId, endedReason: "重新推选" })
      .where(
        and(
          eq(partyLinks.countyId, countyId),
          eq(partyLinks.disputeId, dispute.id),
          isNotNull(partyLinks.electionId),
          isNull(partyLinks.endedAt),
          inArray(
            partyLinks.partyId,
            members.map(({ id }) => id),
          ),
        ),
      );
    const scope = { mayNegotiate, maySign, mayReceive };
    await tx
      .insert(elections)
      .values({ ...of, id: electionId, side, electedOn, paper, ...scope, recordedBy: actor.personId, recordedAt: now });
    const rows = members.flatMap((member) =>
      representatives
        .filter(({ id }) => id !== member.id)
        .map((one) => ({
          // Their phone stands at their own row, and is told from there.
          ...linkRow(
            { ...of, partyId: member.id, id: newId(now) },
            { kind: "representative", name: one.name, phone: "", maySign, note: "" },
          ),
          ...scope,
          electionId,
          electedPartyId: one.id,
        })),
    );
    await tx.insert(partyLinks).values(rows);
    return {
      result: { electionId },
      payload: {
        electionId,
        side,
        representatives: representatives.map(({ id }) => id),
        count: members.length,
        electedOn,
        recordedOn: dayOf(now),
      },
    };
  });
}
