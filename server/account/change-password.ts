import { and, eq } from "drizzle-orm";
import { accounts, people } from "@/db/schema/people";
import { stations } from "@/db/schema/places";
import { requireRole } from "../access/gate";
import { forgive, spend } from "../access/limits";
import { passwordHashOf } from "../access/password-hash";
import { fitsPassword, hashPassword } from "../access/passwords";
import { endSignIns } from "../access/sign-in";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { invalid, notFound } from "../kernel/problem";
import type { ChangePasswordInput } from "./inputs";
import { passwordFault } from "./parts/password-fault";

interface OwnWords {
  username: string;
  phone: string;
  station: string | null;
}

/**
 * Changes the actor's own password: the present one must be right, the new one strong and different.
 * Their sign-ins on other machines end; the one that acts stays.
 */
export async function changePassword(ctx: ActContext, input: ChangePasswordInput): Promise<{ changed: true }> {
  const { actor, now } = ctx;
  const { current, next } = input;
  await spend("changePassword", actor.personId);
  // The passwords stay out of the idempotency key: its plain hash could be guessed against.
  let isRight = false;
  const changed = act(
    ctx,
    "account.changePassword",
    {},
    (who) => requireRole(who, "account.changePassword"),
    async (tx) => {
      const mine = and(eq(accounts.countyId, actor.countyId), eq(accounts.personId, actor.personId));
      const [account] = await tx
        .select({ username: accounts.username, phone: people.phone, station: stations.code })
        .from(accounts)
        .innerJoin(people, and(eq(people.countyId, accounts.countyId), eq(people.id, accounts.personId)))
        .leftJoin(stations, and(eq(stations.countyId, people.countyId), eq(stations.id, people.stationId)))
        .where(mine)
        .for("update", { of: accounts });
      if (!account) throw notFound();
      // The row is locked: nobody changes the hash between this reading and the writing.
      if (!(await fitsPassword(await passwordHashOf(actor.countyId, actor.personId, now), current, true)))
        throw invalid("wrongPassword");
      isRight = true;
      if (next === current) throw invalid("samePassword");
      requireGoodPassword(next, account);
      await tx
        .update(accounts)
        .set({ passwordHash: await hashPassword(next), mustChangePassword: false })
        .where(mine);
      await endSignIns(tx, actor.countyId, actor.personId, now, actor.signIn);
      return { result: { changed: true as const } };
    },
  );
  // Only wrong present passwords count, not refused new ones.
  return changed.finally(() => (isRight ? forgive("changePassword", actor.personId) : undefined));
}

/** Refuses weakPassword, and commonPassword for what everybody tries first, the person's own words included. */
function requireGoodPassword(password: string, { username, phone, station }: OwnWords): void {
  const fault = passwordFault(password, [username, phone, station ?? ""]);
  if (fault === "tooWeak") throw invalid("weakPassword");
  if (fault === "common" || password.toLowerCase().includes(username.toLowerCase())) throw invalid("commonPassword");
}
