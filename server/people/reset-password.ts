import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/people";
import { hashPassword } from "../access/passwords";
import { endSignIns } from "../access/sign-in";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { PersonIdInput } from "./inputs";
import { changePerson } from "./parts/change-person";
import { makePassword, type NewPassword } from "./parts/make-password";

/** A new password for one sign-in; whoever is signed in with the old one is signed out at once. */
export async function resetPassword(ctx: ActContext, input: PersonIdInput): Promise<NewPassword> {
  let password: string | null = null;
  const told = await changePerson(ctx, "account.change", "resetPassword", input, async (tx, countyId) => {
    const { personId } = input;
    if (personId === ctx.actor.personId) throw conflict("notYourself");
    password = makePassword();
    const [account] = await tx
      .update(accounts)
      .set({ passwordHash: await hashPassword(password), mustChangePassword: true })
      .where(and(eq(accounts.countyId, countyId), eq(accounts.personId, personId)))
      .returning({ username: accounts.username });
    if (!account) throw notFound();
    await endSignIns(tx, countyId, personId, ctx.now);
    return { result: { personId, username: account.username }, payload: { personId } };
  });
  return { ...told, password };
}
