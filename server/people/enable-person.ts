import { and, eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { PersonIdInput } from "./inputs";
import { changePerson, lockPerson } from "./parts/change-person";
import { checkPerson } from "./parts/check-person";
import { forcesOf } from "./queries";

/** Brings a person back into office; their workplace must still be open. Sign-ins that were ended stay ended. */
export function enablePerson(ctx: ActContext, input: PersonIdInput): Promise<{ personId: string }> {
  return changePerson(ctx, "person.change", "enablePerson", input, async (tx, countyId) => {
    const { personId } = input;
    const person = await lockPerson(tx, countyId, personId);
    if (!person.disabledAt) throw conflict("alreadyInOffice");
    await checkPerson(tx, countyId, { ...person, deputyId: null, forceCodes: await forcesOf(tx, countyId, personId) });
    await tx
      .update(people)
      .set({ disabledAt: null })
      .where(and(eq(people.countyId, countyId), eq(people.id, personId)));
    return { result: { personId }, payload: { personId, name: person.name } };
  });
}
