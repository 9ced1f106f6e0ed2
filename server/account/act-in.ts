import { requireRole } from "../access/gate";
import { actIn as actInRole } from "../access/sign-in";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { ActInInput } from "./inputs";

/**
 * This sign-in acts in another of the actor's roles from the next request on, or with null in the main one. Refuses with notFound a role
 * that is not theirs today.
 */
export function actIn(ctx: ActContext, input: ActInInput): Promise<ActInInput> {
  return act(
    ctx,
    "account.actIn",
    input,
    (who) => requireRole(who, "account.actIn"),
    async (tx) => {
      if (!(await actInRole(tx, ctx.actor, input.roleId, ctx.now))) throw notFound();
      return { result: input, payload: { roleId: input.roleId } };
    },
  );
}
