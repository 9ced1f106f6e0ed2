import { and, eq, isNotNull } from "drizzle-orm";
import { accounts } from "@/db/schema/people";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { PersonIdInput } from "./inputs";
import { changePerson } from "./parts/change-person";

/** Opens a closed account again, with the password it had. */
export function enableAccount(ctx: ActContext, input: PersonIdInput): Promise<{ personId: string }> {
  return changePerson(ctx, "account.change", "enableAccount", input, async (tx, countyId) => {
    const { personId } = input;
    const opened = await tx
      .update(accounts)
      .set({ disabledAt: null })
      .where(and(eq(accounts.countyId, countyId), eq(accounts.personId, personId), isNotNull(accounts.disabledAt)))
      .returning({ personId: accounts.personId });
    if (opened.length === 0) throw notFound();
    return { result: { personId }, payload: { personId } };
  });
}
