import { randomBytes } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { systemDatabase, type Tx } from "@/db/client";
import { personRoles, signIns } from "@/db/schema/people";
import { knownDevices } from "@/db/schema/signing-in";
import type { Locale } from "@/db/vocabulary";
import type { PersonActor } from "../kernel/actor";
import { Problem } from "../kernel/problem";
import { sha256 } from "../kernel/sha256";
import { dayOf } from "../kernel/shanghai";
import { ruleDefaults } from "../rules/defaults";
import { ruleOn } from "../rules/queries";
import { deviceHash, newDeviceCookie } from "./device-cookie";
import { deviceWords } from "./device-words";
import { noteSignIn } from "./note-sign-in";
import { noteUnknownName } from "./note-unknown-name";
import { type AccountToSignIn, accountToSignIn } from "./password-hash";
import { fitsPassword } from "./passwords";
import { factorRules, fitsFactor } from "./second-factor";
import { beginTry, codeKey, type TryKey, takeBackTry, tryKeys } from "./sign-in-delays";

/** A try to sign in, and what the browser brings along. */
export interface SignInTry {
  username: string;
  password: string;
  /** Null where it cannot be told from what a browser could forge. */
  origin: string | null;
  /** The cookie of a browser that signed in before; it is checked here. */
  deviceCookie?: string | undefined;
  userAgent?: string | null | undefined;
  /** The one-time or recovery code of an account that asks for one. */
  code?: string | undefined;
}

/**
 * Checks name and password. Gives the random id for the session cookie and the cookie of the browser, or null for a
 * wrong pair. Refuses with signInDelayed ({ seconds }) after wrong tries and signInBusy when too many try at once; with
 * secondFactorNeeded and secondFactorWrong where the account asks for a code and none or another one was sent.
 */
export async function signIn(sent: SignInTry, now: Date): Promise<{ id: string; deviceCookie: string } | null> {
  // No user name contains a NUL, and PostgreSQL refuses one in text.
  const name = sent.username.replaceAll("\0", "\ufffd").trim().toLowerCase();
  const device = deviceHash(sent.deviceCookie);
  const account = await accountToSignIn(name, device);
  const keys = tryKeys(name, sent.origin, account?.knowsDevice ? device : null);
  await beginTry(keys, now);
  let fits: boolean;
  try {
    fits = await fitsPassword(account?.hash ?? null, sent.password, account?.knowsDevice);
  } catch (error) {
    await takeBackTry(keys, false);
    throw error;
  }
  if (!fits || !account) {
    if (account) await noteSignIn("audit.failSignIn", account, now);
    else await noteUnknownName(name, sent.origin, now);
    return null;
  }
  await requireFactor(
    account,
    sent.code ?? "",
    { keys, ofCode: codeKey(name, account.knowsDevice ? device : null) },
    now,
  );
  await takeBackTry(keys, true);
  const deviceCookie = device && sent.deviceCookie ? sent.deviceCookie : newDeviceCookie();
  await rememberDevice(account, deviceHash(deviceCookie) ?? "", now);
  const words = { device: deviceWords(sent.userAgent), origin: sent.origin ?? "" };
  await noteSignIn("audit.signIn", account, now);
  return { id: await openSignIn(account.countyId, account.personId, now, words), deviceCookie };
}

/**
 * A wrong code stays counted like a wrong password, and among the codes of the account; the question for one is no wrong
 * try, and neither is one that has to wait for wrong codes before it.
 */
async function requireFactor(
  account: AccountToSignIn,
  code: string,
  { keys, ofCode }: { keys: readonly TryKey[]; ofCode: TryKey },
  now: Date,
): Promise<void> {
  if (!account.hasFactor) return;
  if (code === "") {
    await takeBackTry(keys, false);
    throw new Problem("forbidden", "secondFactorNeeded");
  }
  await beginTry([ofCode], now).catch(async (error: unknown) => {
    await takeBackTry(keys, false);
    throw error;
  });
  if (await fitsFactor(account, code, now)) return takeBackTry([ofCode], false);
  await noteSignIn("audit.failSignIn", account, now);
  throw new Problem("forbidden", "secondFactorWrong");
}

async function rememberDevice({ countyId, personId }: AccountToSignIn, tokenHash: string, now: Date): Promise<void> {
  await systemDatabase()
    .insert(knownDevices)
    .values({ countyId, personId, tokenHash, createdAt: now, usedAt: now })
    .onConflictDoUpdate({
      target: [knownDevices.countyId, knownDevices.personId, knownDevices.tokenHash],
      set: { usedAt: now },
    });
}

/** Writes the row a cookie points to and gives the cookie's id. `device` and `origin` are shown to the person. */
export async function openSignIn(
  countyId: string,
  personId: string,
  now: Date,
  { device = "", origin = "" } = {},
): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  await systemDatabase()
    .insert(signIns)
    .values({
      idHash: sha256(id),
      countyId,
      personId,
      createdAt: now,
      seenAt: now,
      expiresAt: sql`${now.toISOString()}::timestamptz
        + make_interval(hours => ${ruleOn("signIn.hours", countyId, dayOf(now))})`,
      device,
      origin,
    });
  return id;
}

/** The person behind a sign-in and what their account asks for. */
export interface SignedIn {
  actor: PersonActor;
  name: string;
  username: string;
  post: string;
  stationName: string | null;
  committeeName: string | null;
  locale: Locale | null;
  mustChangePassword: boolean;
  /** Their role needs a second factor and they have none yet. */
  mustAddFactor: boolean;
  /** They hold a role beside their main one, which they may act in. */
  hasRoles?: boolean;
}

/** The rules that decide about a sign-in, as they are where the county has none of its own. */
const usualRules = JSON.stringify(
  Object.fromEntries(
    (["signIn.idleMinutes", "signIn.adminIdleMinutes", ...factorRules] as const).map((key) => [
      key,
      ruleDefaults[key].value,
    ]),
  ),
);

/**
 * Reads the sign-in row and the person on every request, so that disabling an account works at once. A sign-in ends
 * when it was idle too long. `isUsed` is false for what a page asks by itself while nobody touches it: otherwise a
 * page that looks for news every minute would keep an abandoned machine signed in.
 */
export async function signedInBy(id: string, now: Date, { isUsed = true } = {}): Promise<SignedIn | null> {
  const hash = sha256(id);
  const rows = await systemDatabase().execute<{
    county_id: string;
    person_id: string;
    role: PersonActor["role"];
    station_id: string | null;
    committee_id: string | null;
    point_id: string | null;
    name: string;
    post: string;
    username: string;
    locale: Locale | null;
    must: boolean;
    must_add: boolean;
    station: string | null;
    committee: string | null;
    stale: boolean;
    has_roles: boolean;
  }>(
    sql`select * from app.signed_in(${hash}, ${now.toISOString()}::timestamptz, ${dayOf(now)}::date, ${usualRules}::jsonb)`,
  );
  const row = rows[0];
  if (!row) return null;
  if (isUsed && row.stale) await systemDatabase().update(signIns).set({ seenAt: now }).where(eq(signIns.idHash, hash));
  return {
    actor: {
      kind: "person",
      countyId: row.county_id,
      personId: row.person_id,
      role: row.role,
      stationId: row.station_id,
      committeeId: row.committee_id,
      pointId: row.point_id,
      signIn: hash,
    },
    name: row.name,
    username: row.username,
    post: row.post,
    stationName: row.station,
    committeeName: row.committee,
    locale: row.locale,
    mustChangePassword: row.must,
    mustAddFactor: row.must_add,
    hasRoles: row.has_roles,
  };
}

/** Ends one sign-in; its cookie is invalid from the next request on. */
export async function revokeSignIn(id: string, now: Date): Promise<void> {
  const [ended] = await systemDatabase()
    .update(signIns)
    .set({ revokedAt: now })
    .where(and(eq(signIns.idHash, sha256(id)), isNull(signIns.revokedAt)))
    .returning({ countyId: signIns.countyId, personId: signIns.personId });
  if (ended) await noteSignIn("audit.signOut", ended, now);
}

/**
 * Ends the sign-in that a browser had when it signed in anew, also another person's: whoever has a copy of its cookie is out with
 * it. One that was over already stays as it ended.
 */
export async function endEarlier(id: string | null, now: Date): Promise<void> {
  if (id && (await signedInBy(id, now, { isUsed: false }))) await revokeSignIn(id, now);
}

/**
 * Ends every sign-in of a person except the one with this hash: password changed, account closed, office left. Gives
 * how many it ended.
 */
export async function endSignIns(
  tx: Tx,
  countyId: string,
  personId: string,
  now: Date,
  except?: string,
): Promise<number> {
  const open = and(eq(signIns.countyId, countyId), eq(signIns.personId, personId), isNull(signIns.revokedAt));
  const ended = await tx
    .update(signIns)
    .set({ revokedAt: now })
    .where(except ? and(open, ne(signIns.idHash, except)) : open)
    .returning({ idHash: signIns.idHash });
  return ended.length;
}

/** Ends the actor's sign-in whose hash begins like this; gives how many that was. */
export async function endOwnSignIn(tx: Tx, actor: PersonActor, start: string, now: Date): Promise<number> {
  const ended = await tx
    .update(signIns)
    .set({ revokedAt: now })
    .where(
      and(
        eq(signIns.countyId, actor.countyId),
        eq(signIns.personId, actor.personId),
        isNull(signIns.revokedAt),
        sql`left(${signIns.idHash}, 16) = ${start}`,
      ),
    )
    .returning({ idHash: signIns.idHash });
  return ended.length;
}

/** The actor's sign-in acts in this role beside their main one, or with null in the main one; false where it may not. */
export async function actIn(tx: Tx, actor: PersonActor, roleId: string | null, now: Date): Promise<boolean> {
  const { countyId, personId, signIn: hash } = actor;
  if (!hash) return false;
  if (roleId !== null) {
    const [held] = await tx
      .select({ id: personRoles.id })
      .from(personRoles)
      .where(
        and(
          eq(personRoles.countyId, countyId),
          eq(personRoles.personId, personId),
          eq(personRoles.id, roleId),
          sql`app.is_held(${personRoles}, ${dayOf(now)}::date)`,
        ),
      );
    if (!held) return false;
  }
  const changed = await tx
    .update(signIns)
    .set({ actingRoleId: roleId })
    .where(and(eq(signIns.countyId, countyId), eq(signIns.personId, personId), eq(signIns.idHash, hash)))
    .returning({ idHash: signIns.idHash });
  return changed.length > 0;
}
