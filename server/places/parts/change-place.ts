import type { Tx } from "@/db/client";
import { requireRole } from "../../access/gate";
import { act } from "../../kernel/act";
import type { ActContext } from "../../kernel/context";
import type { EventPayload } from "../../kernel/events";

/** One act of an administrator on the places of their county; `did` names it in the county's chain of events. */
export function changePlace<I, T>(
  ctx: ActContext,
  did: string,
  input: I,
  body: (tx: Tx, countyId: string) => Promise<{ result: T; payload: EventPayload }>,
): Promise<T> {
  return act(
    ctx,
    "place.change",
    { did, ...input },
    (who) => requireRole(who, "place.change"),
    async (tx) => {
      const { result, payload } = await body(tx, ctx.actor.countyId);
      return { result, payload: { did, ...payload } };
    },
  );
}
