import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accounts } from "@/db/schema/people";
import { forgive, spend } from "../../access/limits";
import { passwordHashOf } from "../../access/password-hash";
import { fitsPassword } from "../../access/passwords";
import type { Context } from "../../kernel/context";
import { invalid, notFound } from "../../kernel/problem";

/**
 * The actor's present password, asked again before what a stranger at an open machine must not do; gives the user name.
 * Refuses with wrongPassword, and with tooManyRequests after several.
 */
export async function requirePassword(tx: Tx, { actor, now }: Context, password: string): Promise<string> {
  await spend("changePassword", actor.personId);
  const [account] = await tx
    .select({ username: accounts.username })
    .from(accounts)
    .where(and(eq(accounts.countyId, actor.countyId), eq(accounts.personId, actor.personId)));
  if (!account) throw notFound();
  if (!(await fitsPassword(await passwordHashOf(actor.countyId, actor.personId, now), password, true)))
    throw invalid("wrongPassword");
  await forgive("changePassword", actor.personId);
  return account.username;
}
