import { sql } from "drizzle-orm";
import { notices } from "@/db/schema/proceedings";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import type { GiveNoticeInput } from "./inputs";

/**
 * Tells parties before mediation what it is, its principles, what an agreement does, and their rights and duties
 * (人民调解法 23–24; 若干规定 30). Gives the number of parties told.
 */
export function giveNotice(ctx: ActContext, input: GiveNoticeInput): Promise<{ told: number }> {
  return perform(ctx, "notice.give", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const proceedingId = proceedingOf(act).id;
    const waiting = await tx.execute<{ id: string }>(sql`
      select p.id from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${dispute.id}::uuid and not p.is_departed
        and not exists (select from notices n where n.county_id = p.county_id and n.proceeding_id = ${proceedingId}::uuid and n.party_id = p.id)
      order by p.position`);
    const whom = input.partyIds.length > 0 ? input.partyIds : waiting.map((party) => party.id);
    if (whom.length === 0) throw conflict("everyoneTold");
    await tx.insert(notices).values(
      whom.map((partyId) => ({
        countyId,
        id: newId(now),
        disputeId: dispute.id,
        proceedingId,
        partyId,
        means: input.means,
        givenBy: ctx.actor.personId,
        givenAt: now,
      })),
    );
    return { result: { told: whom.length }, payload: { parties: whom, means: input.means } };
  });
}
