import { requireRole } from "../access/gate";
import { endOwnSignIn, endSignIns } from "../access/sign-in";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { EndSignInInput } from "./inputs";

/** Signs the actor out in one other browser, or in all but this one, at once. Refuses with notFound one not theirs. */
export function endSignIn(ctx: ActContext, input: EndSignInInput): Promise<{ ended: number }> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "account.endSignIn",
    input,
    (who) => requireRole(who, "account.endSignIn"),
    async (tx) => {
      const ended =
        input.which === "others"
          ? await endSignIns(tx, actor.countyId, actor.personId, now, actor.signIn)
          : await endOwnSignIn(tx, actor, input.which, now);
      if (ended === 0 && input.which !== "others") throw notFound();
      return { result: { ended }, payload: { ended } };
    },
  );
}
