import { and, eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { endSignIns } from "../access/sign-in";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { DisablePersonInput } from "./inputs";
import { changePerson, lockPerson } from "./parts/change-person";
import { expectedAt, openProceedingsLed, workInHand } from "./queries";

/**
 * Takes a person out of office and ends their sign-ins at once. Refused while they lead open proceedings, which
 * always need a lead and have to be handed over first, while they are expected in coming sessions or chair town halls, and
 * while anything else is in their hands (app.work_in_hand), which their head hands over.
 */
export function disablePerson(ctx: ActContext, input: DisablePersonInput): Promise<{ personId: string }> {
  return changePerson(ctx, "person.change", "disablePerson", input, async (tx, countyId) => {
    const { personId, reason } = input;
    const person = await lockPerson(tx, countyId, personId);
    if (personId === ctx.actor.personId) throw conflict("notYourself");
    if (person.disabledAt) throw conflict("alreadyLeft");
    const count = await openProceedingsLed(tx, personId);
    if (count > 0) throw conflict("leadsOpen", { count });
    const expected = await expectedAt(tx, personId, ctx.now);
    if (expected.first) throw conflict("stillExpected", { count: expected.count, first: Date.parse(expected.first) });
    const inHand = await workInHand(tx, countyId, personId);
    if (inHand > 0) throw conflict("workHangs", { count: inHand });
    await tx
      .update(people)
      .set({ disabledAt: ctx.now })
      .where(and(eq(people.countyId, countyId), eq(people.id, personId)));
    await endSignIns(tx, person.countyId, personId, ctx.now);
    return { result: { personId }, payload: { personId, name: person.name, reason } };
  });
}
