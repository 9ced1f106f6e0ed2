import { dropFactor } from "../access/second-factor";
import { endSignIns } from "../access/sign-in";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { DisablePersonInput } from "./inputs";
import { changePerson } from "./parts/change-person";

/**
 * Removes the second factor of somebody who lost their phone and their recovery codes, and ends their sign-ins. Never
 * one's own; the reason goes into the county's log.
 */
export function resetFactor(ctx: ActContext, input: DisablePersonInput): Promise<{ personId: string }> {
  return changePerson(ctx, "account.change", "resetFactor", input, async (tx, countyId) => {
    const { personId, reason } = input;
    if (personId === ctx.actor.personId) throw conflict("notYourself");
    if (!(await dropFactor(tx, { countyId, personId }))) throw notFound();
    await endSignIns(tx, countyId, personId, ctx.now);
    return { result: { personId }, payload: { personId, reason } };
  });
}
