import { phoneHashes } from "@/db/encryption/encrypt";
import { people } from "@/db/schema/people";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { CreatePersonInput } from "./inputs";
import { changePerson } from "./parts/change-person";
import { checkPerson, personColumns } from "./parts/check-person";
import { setForces } from "./parts/set-forces";

/** Enters a member of staff or a helper. An account, if they need one, is a second act. */
export function createPerson(ctx: ActContext, input: CreatePersonInput): Promise<{ personId: string }> {
  return changePerson(ctx, "person.change", "createPerson", input, async (tx, countyId) => {
    const forceCodes = await checkPerson(tx, countyId, input);
    const personId = newId(ctx.now);
    await tx
      .insert(people)
      .values({ countyId, id: personId, ...personColumns(input), phoneHash: phoneHashes(countyId, input.phone).hash });
    await setForces(tx, countyId, personId, forceCodes);
    return { result: { personId }, payload: { personId, name: input.name, role: input.role, forces: forceCodes } };
  });
}
