import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/people";
import { requireRole } from "../access/gate";
import { forgive, spend } from "../access/limits";
import { fitsPassword, hashPassword } from "../access/passwords";
import { endSignIns } from "../access/sign-in";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { invalid, notFound } from "../kernel/problem";
import { type ChangePasswordInput, isStrongPassword } from "./inputs";

/**
 * Changes the actor's own password: the present one must be right, the new one strong and different.
 * Their sign-ins on other machines end; the one that acts stays.
 */
export async function changePassword(ctx: ActContext, input: ChangePasswordInput): Promise<{ changed: true }> {
  const { actor, now } = ctx;
  const { current, next } = input;
  await spend("changePassword", actor.personId);
  // The passwords stay out of the idempotency key: its plain hash could be guessed against.
  const changed = await act(
    ctx,
    "account.changePassword",
    {},
    (who) => requireRole(who, "account.changePassword"),
    async (tx) => {
      const mine = and(eq(accounts.countyId, actor.countyId), eq(accounts.personId, actor.personId));
      const [account] = await tx
        .select({ username: accounts.username, hash: accounts.passwordHash })
        .from(accounts)
        .where(mine)
        .for("update");
      if (!account) throw notFound();
      if (!(await fitsPassword(account.hash, current, true))) throw invalid("wrongPassword");
      if (next === current) throw invalid("samePassword");
      if (!isStrongPassword(next) || next.toLowerCase().includes(account.username.toLowerCase()))
        throw invalid("weakPassword");
      await tx
        .update(accounts)
        .set({ passwordHash: await hashPassword(next), mustChangePassword: false })
        .where(mine);
      await endSignIns(tx, actor.countyId, actor.personId, now, actor.signIn);
      return { result: { changed: true as const } };
    },
  );
  await forgive("changePassword", actor.personId);
  return changed;
}
