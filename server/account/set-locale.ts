import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/people";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import type { SetLocaleInput } from "./inputs";

/** Remembers the actor's language, for their next sign-in on any machine. */
export function setLocale(ctx: ActContext, input: SetLocaleInput): Promise<SetLocaleInput> {
  const { actor } = ctx;
  return act(
    ctx,
    "account.setLocale",
    input,
    (who) => requireRole(who, "account.setLocale"),
    async (tx) => {
      await tx
        .update(accounts)
        .set({ locale: input.locale })
        .where(and(eq(accounts.countyId, actor.countyId), eq(accounts.personId, actor.personId)));
      return { result: input, payload: input };
    },
  );
}
