import { requireRole } from "../access/gate";
import { beginFactor as begin, hasFactor } from "../access/second-factor";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { BeginFactorInput } from "./inputs";
import { requirePassword } from "./parts/require-password";

/** What an authenticator app takes. Null on a replay: it is stored encrypted only, so it cannot be shown again. */
export interface NewFactor {
  secret: string | null;
  /** The same as an otpauth: address, for a square of dots. */
  address: string | null;
}

/** Begins a second factor; it counts once a code of it was typed. Refuses with wrongPassword, factorThere. */
export async function beginFactor(ctx: ActContext, { password }: BeginFactorInput): Promise<NewFactor> {
  const { actor, now } = ctx;
  let made: NewFactor = { secret: null, address: null };
  // Neither the password nor the secret may be stored with the key.
  await act(
    ctx,
    "account.addFactor",
    { did: "begin" },
    (who) => requireRole(who, "account.addFactor"),
    async (tx) => {
      const username = await requirePassword(tx, ctx, password);
      if (await hasFactor(tx, actor)) throw conflict("factorThere");
      made = await begin(tx, actor, username, now);
      return { result: {}, payload: { did: "begin" } };
    },
  );
  return made;
}
