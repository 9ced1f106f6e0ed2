import { committees } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { CreateCommitteeInput } from "./inputs";
import { changePlace } from "./parts/change-place";

/** Enters a people's mediation committee with the characters of its dossier numbers. */
export function createCommittee(ctx: ActContext, input: CreateCommitteeInput): Promise<{ committeeId: string }> {
  return changePlace(ctx, "createCommittee", input, async (tx, countyId) => {
    const committeeId = newId(ctx.now);
    await tx.insert(committees).values({ countyId, id: committeeId, ...input });
    return { result: { committeeId }, payload: { id: committeeId, ...input } };
  });
}
