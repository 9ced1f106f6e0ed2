import { requireRole } from "../access/gate";
import { spend } from "../access/limits";
import { confirmFactor as confirm } from "../access/second-factor";
import { endSignIns } from "../access/sign-in";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import type { ConfirmFactorInput } from "./inputs";

/**
 * The begun factor counts from now on; other sign-ins, made without it, end. Gives recovery codes, shown once (null on
 * a replay). Refuses with factorCodeWrong.
 */
export async function confirmFactor(
  ctx: ActContext,
  { code }: ConfirmFactorInput,
): Promise<{ codes: string[] | null }> {
  const { actor, now } = ctx;
  await spend("changePassword", `factor ${actor.personId}`);
  let codes: string[] | null = null;
  await act(
    ctx,
    "account.addFactor",
    { did: "confirm", code },
    (who) => requireRole(who, "account.addFactor"),
    async (tx) => {
      codes = await confirm(tx, actor, code, now);
      if (!codes) throw invalid("factorCodeWrong");
      await endSignIns(tx, actor.countyId, actor.personId, now, actor.signIn);
      return { result: {}, payload: { did: "confirm" } };
    },
  );
  return { codes };
}
