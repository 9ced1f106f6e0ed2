import { and, eq, sql } from "drizzle-orm";
import { forces } from "@/db/schema/people";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { DisableForceInput } from "./inputs";
import { changeForce, lockForces } from "./parts/change-force";

/**
 * Takes a force off the board; its members stay, and so does what they did. One force must remain, and nobody of it is asked or
 * needed at a session to come (workHangs).
 */
export function disableForce(ctx: ActContext, input: DisableForceInput): Promise<{ code: string }> {
  return changeForce(ctx, "disableForce", input, async (tx, countyId) => {
    const { code, reason } = input;
    const all = await lockForces(tx, countyId);
    const force = all.find((one) => one.code === code);
    if (!force) throw notFound();
    if (force.disabledAt) throw conflict("alreadyClosed");
    if (all.filter((one) => !one.disabledAt).length === 1) throw conflict("lastForce");
    const [asked] = await tx.execute<{ count: number }>(
      sql`select app.asked_of_force(${countyId}::uuid, ${code}) as count`,
    );
    if (asked && asked.count > 0) throw conflict("workHangs", { count: asked.count });
    await tx
      .update(forces)
      .set({ disabledAt: ctx.now })
      .where(and(eq(forces.countyId, countyId), eq(forces.code, code)));
    return { result: { code }, payload: { code, reason } };
  });
}
