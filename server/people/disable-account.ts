import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/people";
import { endSignIns } from "../access/sign-in";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { DisablePersonInput } from "./inputs";
import { changePerson } from "./parts/change-person";

/** Closes the account and ends its sign-ins at once; the person stays in office and can still be invited. */
export function disableAccount(ctx: ActContext, input: DisablePersonInput): Promise<{ personId: string }> {
  return changePerson(ctx, "account.change", "disableAccount", input, async (tx, countyId) => {
    const { personId, reason } = input;
    if (personId === ctx.actor.personId) throw conflict("notYourself");
    const closed = await tx
      .update(accounts)
      .set({ disabledAt: ctx.now })
      .where(and(eq(accounts.countyId, countyId), eq(accounts.personId, personId), isNull(accounts.disabledAt)))
      .returning({ personId: accounts.personId });
    if (closed.length === 0) throw notFound();
    await endSignIns(tx, countyId, personId, ctx.now);
    return { result: { personId }, payload: { personId, reason } };
  });
}
