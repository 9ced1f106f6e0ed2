import type { Tx } from "@/db/client";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import type { EventPayload, NewEvent } from "../kernel/events";
import { requireRole } from "./gate";
import type { Action } from "./policy";

export type AdminAction = Extract<
  Action,
  "person.change" | "person.giveRole" | "person.endRole" | "account.change" | "place.change" | "force.change"
>;
/** What one act does, in its transaction; `payload` says it to the event, which further ones may follow. */
export type AdminBody<T> = (
  tx: Tx,
  countyId: string,
) => Promise<{ result: T; payload: EventPayload; after?: readonly NewEvent[] }>;

/** One act of an administrator on their county; `did` names it in the county's chain of events. Refuses other roles. */
export function adminAct<I, T>(
  ctx: ActContext,
  action: AdminAction,
  did: string,
  input: I,
  body: AdminBody<T>,
): Promise<T> {
  return act(
    ctx,
    action,
    { did, ...input },
    (who) => requireRole(who, action),
    async (tx) => {
      const { result, payload, after = [] } = await body(tx, ctx.actor.countyId);
      return { result, payload: { did, ...payload }, after };
    },
  );
}
