import { sql } from "drizzle-orm";
import { perform, proceedingOf } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import type { RestrictDisputeInput } from "./inputs";

/**
 * Closes a matter to all but those who work on it, on a ground of law and with a reason (docs/adr/0030). The heads and
 * the lead are told. Refuses with noProceeding, alreadyRestricted.
 */
export function restrictDispute(
  ctx: ActContext<PersonActor>,
  input: RestrictDisputeInput,
): Promise<{ restrictionId: string }> {
  const { ground, reason } = input;
  return perform(ctx, "restriction.set", input, async (act) => {
    const { tx, countyId, dispute, actor, now } = act;
    // Before triage nobody leads it, and it would be closed to everybody.
    proceedingOf(act);
    const restrictionId = newId(now);
    const found = await tx.execute(sql`select from dispute_restrictions
      where county_id = ${countyId}::uuid and dispute_id = ${dispute.id}::uuid and released_at is null`);
    if (found.length > 0) throw conflict("alreadyRestricted");
    // In SQL, since the columns that say why are closed to every login and Drizzle names them all.
    await tx.execute(sql`insert into dispute_restrictions (county_id, id, dispute_id, ground, reason, restricted_by, restricted_at)
      values (${countyId}::uuid, ${restrictionId}::uuid, ${dispute.id}::uuid, ${ground}::restriction_ground, ${reason},
        ${actor.personId}::uuid, ${now.toISOString()}::timestamptz)`);
    return { result: { restrictionId }, payload: { restrictionId, ground } };
  });
}
