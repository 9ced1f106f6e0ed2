import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { parties, partyExits, partySuccessions } from "@/db/schema/parties";
import type { ActContext } from "../kernel/context";
import { invalid, notFound } from "../kernel/problem";
import { sayWhy } from "../kernel/say-why";
import { dayOf } from "../kernel/shanghai";
import { type addHeirInput, partyInput } from "./inputs";
import { addParties } from "./parts/add-parties";
import { nextPosition } from "./parts/next-position";
import { perform } from "./perform";

/**
 * Adds an heir of a party that died, or who follows an organisation that is no more, as a party of their own on that side:
 * they were told on a day and are asked whether they step in (民法典 1124、1161). Refuses heirOfTheDead, dayInFuture, dayTooEarly
 * before the death, notFound.
 */
export function addHeir(ctx: ActContext, input: z.output<typeof addHeirInput>): Promise<{ heirPartyId: string }> {
  return perform(ctx, "party.addHeir", input, async ({ tx, countyId, dispute, now, actor, rules }) => {
    const { partyId, name, phone, isMinor, toldOn, reason } = input;
    if (toldOn > dayOf(now)) throw invalid("dayInFuture");
    const [dead] = await tx
      .select({ side: parties.side, standing: parties.standing, diedOn: partyExits.happenedOn })
      .from(parties)
      .leftJoin(
        partyExits,
        and(eq(partyExits.countyId, parties.countyId), eq(partyExits.partyId, parties.id), isNull(partyExits.undoneAt)),
      )
      .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, partyId)));
    if (!dead) throw notFound();
    if (dead.diedOn && toldOn < dead.diedOn) throw invalid("dayTooEarly", { day: dead.diedOn });
    const of = { countyId, disputeId: dispute.id };
    await sayWhy(tx, reason);
    const heir = partyInput.parse({ side: dead.side, standing: dead.standing, name, phone, isMinor });
    const [heirPartyId = ""] = await addParties(tx, { ...of, now, rules }, [heir], await nextPosition(tx, of));
    await tx.insert(partySuccessions).values({ ...of, heirPartyId, partyId, toldOn, toldBy: actor.personId });
    return { result: { heirPartyId }, payload: { party: heirPartyId, of: partyId, toldOn, reason } };
  });
}
