import { partyInput } from "../disputes/inputs";
import { addParties } from "../disputes/parts/add-parties";
import { bySupplement } from "../disputes/parts/by-supplement";
import { nextPosition } from "../disputes/parts/next-position";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { ImportMembersInput } from "./inputs";
import { findTwice } from "./parts/twice";

const namedMost = 5;

/**
 * Adds the members of a numerous side at once, all of them or none. Each is then told and asked like every party, in person or
 * through whom they elect. Refuses memberTwice (with the names), and like adding one party.
 */
export function importMembers(ctx: ActContext, input: ImportMembersInput): Promise<{ partyIds: string[] }> {
  return perform(ctx, "party.import", input, async (act) => {
    const { tx, countyId, dispute, now, rules } = act;
    const { side, standing, members, reason = "" } = input;
    const of = { countyId, disputeId: dispute.id };
    await bySupplement(act, reason);
    const twice = await findTwice(tx, of, members);
    if (twice.length > 0)
      throw conflict("memberTwice", {
        names: twice
          .slice(0, namedMost)
          .map(({ name, place }) => `${place + 1} ${name}`)
          .join("、"),
        count: twice.length,
      });
    const list = members.map((member) => partyInput.parse({ ...member, side, standing }));
    const partyIds = await addParties(tx, { ...of, now, rules }, list, await nextPosition(tx, of));
    return { result: { partyIds }, payload: { side, standing, count: partyIds.length, reason } };
  });
}
