import { requireRole } from "../access/gate";
import { permitBinding, singleSignOn } from "../access/single-sign-on";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { BeginFactorInput } from "./inputs";
import { requirePassword } from "./parts/require-password";

/**
 * Lets the actor bind their account to the single sign-on provider: after the password, the next visit to the provider
 * from this browser does it. Refuses with wrongPassword, and notFound where no provider is set up.
 */
export function beginBinding(ctx: ActContext, { password }: BeginFactorInput): Promise<{ begun: true }> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "account.bind",
    { did: "begin" },
    (who) => requireRole(who, "account.bind"),
    async (tx) => {
      if (!singleSignOn()) throw notFound();
      await requirePassword(tx, ctx, password);
      await permitBinding(tx, actor, now);
      return { result: { begun: true as const }, payload: { did: "begin" } };
    },
  );
}
