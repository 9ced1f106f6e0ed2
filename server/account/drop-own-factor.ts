import { requireRole } from "../access/gate";
import { dropFactor } from "../access/second-factor";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { BeginFactorInput } from "./inputs";
import { requirePassword } from "./parts/require-password";
import { isFactorRequired } from "./reads/own-account";

/** Gives up the second factor, unless the role needs one (factorRequired). Refuses with wrongPassword, notFound. */
export function dropOwnFactor(ctx: ActContext, { password }: BeginFactorInput): Promise<{ dropped: true }> {
  const { actor } = ctx;
  return act(
    ctx,
    "account.dropFactor",
    {},
    (who) => requireRole(who, "account.dropFactor"),
    async (tx) => {
      await requirePassword(tx, ctx, password);
      if (await isFactorRequired(tx, ctx)) throw conflict("factorRequired");
      if (!(await dropFactor(tx, actor))) throw notFound();
      return { result: { dropped: true as const } };
    },
  );
}
