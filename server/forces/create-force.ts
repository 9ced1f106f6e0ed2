import { forces } from "@/db/schema/people";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { CreateForceInput } from "./inputs";
import { changeForce, lockForces } from "./parts/change-force";

/** Adds a force of the county's own after all others; its code is generated, since nobody needs to type one. */
export function createForce(ctx: ActContext, input: CreateForceInput): Promise<{ code: string }> {
  return changeForce(ctx, "createForce", input, async (tx, countyId) => {
    const all = await lockForces(tx, countyId);
    const code = `own${newId(ctx.now).replaceAll("-", "").slice(-12)}`;
    const sort = Math.max(0, ...all.map((force) => force.sort)) + 1;
    await tx.insert(forces).values({ countyId, code, sort, ...input });
    return { result: { code }, payload: { code, ...input } };
  });
}
