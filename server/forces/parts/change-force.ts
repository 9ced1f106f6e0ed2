import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { forces } from "@/db/schema/people";
import { type AdminBody, adminAct } from "../../access/admin-act";
import type { ActContext } from "../../kernel/context";

/** One act of an administrator on the county's forces; `did` names it in the county's chain of events. */
export const changeForce = <I, T>(ctx: ActContext, did: string, input: I, body: AdminBody<T>): Promise<T> =>
  adminAct(ctx, "force.change", did, input, body);

type ForceInOrder = Pick<typeof forces.$inferSelect, "code" | "sort" | "disabledAt">;

/** All forces of the county in their order, locked: order is a matter of the whole list. */
export async function lockForces(tx: Tx, countyId: string): Promise<ForceInOrder[]> {
  const locked = await tx
    .select({ code: forces.code, sort: forces.sort, disabledAt: forces.disabledAt })
    .from(forces)
    .where(eq(forces.countyId, countyId))
    .orderBy(forces.code)
    .for("update");
  // The database orders before it waits for a lock: another's new order is in the rows, not in their sequence.
  return locked.sort((a, b) => a.sort - b.sort);
}
