import { requireRole } from "../access/gate";
import { dropBinding } from "../access/single-sign-on";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";

/** The provider no longer opens the actor's account. Refuses with notFound when it is not bound. */
export function endBinding(ctx: ActContext): Promise<{ ended: true }> {
  return act(
    ctx,
    "account.bind",
    { did: "end" },
    (who) => requireRole(who, "account.bind"),
    async (tx) => {
      if (!(await dropBinding(tx, ctx.actor))) throw notFound();
      return { result: { ended: true as const }, payload: { did: "end" } };
    },
  );
}
