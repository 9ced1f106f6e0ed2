import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { forces } from "@/db/schema/people";
import { requireRole } from "../../access/gate";
import { act } from "../../kernel/act";
import type { ActContext } from "../../kernel/context";
import type { EventPayload } from "../../kernel/events";

/** One act of an administrator on the county's forces; `did` names it in the county's chain of events. */
export function changeForce<I extends object, T>(
  ctx: ActContext,
  did: string,
  input: I,
  body: (tx: Tx, countyId: string) => Promise<{ result: T; payload: EventPayload }>,
): Promise<T> {
  return act(
    ctx,
    "force.change",
    { did, ...input },
    (who) => requireRole(who, "force.change"),
    async (tx) => {
      const { result, payload } = await body(tx, ctx.actor.countyId);
      return { result, payload: { did, ...payload } };
    },
  );
}

type Place = Pick<typeof forces.$inferSelect, "code" | "sort" | "disabledAt">;

/** All forces of the county in their order, locked: order is a matter of the whole list. */
export async function lockForces(tx: Tx, countyId: string): Promise<Place[]> {
  const locked = await tx
    .select({ code: forces.code, sort: forces.sort, disabledAt: forces.disabledAt })
    .from(forces)
    .where(eq(forces.countyId, countyId))
    .orderBy(forces.code)
    .for("update");
  // The database orders before it waits for a lock: another's new order is in the rows, not in their sequence.
  return locked.sort((a, b) => a.sort - b.sort);
}
