import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { systemDatabase, type Tx } from "@/db/client";
import { signIns } from "@/db/schema/people";
import type { Locale } from "@/db/vocabulary";
import type { PersonActor } from "../kernel/actor";
import { forgive, giveBack, spend } from "./limits";
import { noteSignIn } from "./note-sign-in";
import { accountToSignIn } from "./password-hash";
import { fitsPassword } from "./passwords";

const idleMinutes = 30 * 8;
const absoluteHours = 12;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Checks name and password within the rate limit. Gives the random id for the cookie, or null.
 * `address` is null where it cannot be told from what a browser could forge.
 */
export async function signIn(
  username: string,
  password: string,
  address: string | null,
  now: Date,
): Promise<string | null> {
  // No user name contains a NUL, and PostgreSQL refuses one in text.
  const name = username.replaceAll("\0", "\ufffd").trim().toLowerCase();
  await spend("signInName", sha256(name));
  const limit = address === null ? "signInEveryone" : "signInAddress";
  await spend(limit, address ?? "all");
  const account = await accountToSignIn(name);
  if (!(await fitsPassword(account?.hash ?? null, password)) || !account) {
    if (account) await noteSignIn("audit.failSignIn", account, now);
    return null;
  }
  await noteSignIn("audit.signIn", account, now);
  await forgive("signInName", sha256(name));
  await giveBack(limit, address ?? "all");
  return openSignIn(account.countyId, account.personId, now);
}

/** Writes the row a cookie points to and gives the cookie's id. */
export async function openSignIn(countyId: string, personId: string, now: Date): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  await systemDatabase()
    .insert(signIns)
    .values({
      idHash: sha256(id),
      countyId,
      personId,
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + absoluteHours * 3_600_000),
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
}

/** Reads the sign-in row and the person on every request, so that disabling an account works at once. */
export async function signedInBy(id: string, now: Date): Promise<SignedIn | null> {
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
    station: string | null;
    committee: string | null;
    stale: boolean;
  }>(sql`
    select p.county_id, p.id as person_id, p.role, p.station_id, p.committee_id, p.point_id, p.name, p.post, a.username, a.locale,
      a.must_change_password as must, s.name as station, c.name as committee, i.seen_at < ${now.toISOString()}::timestamptz - interval '1 minute' as stale
    from sign_ins i
    join accounts a on a.county_id = i.county_id and a.person_id = i.person_id and a.disabled_at is null
    join people p on p.county_id = a.county_id and p.id = a.person_id and p.disabled_at is null
    left join stations s on s.county_id = p.county_id and s.id = p.station_id
    left join committees c on c.county_id = p.county_id and c.id = p.committee_id
    where i.id_hash = ${sha256(id)} and i.revoked_at is null and i.expires_at > ${now.toISOString()}::timestamptz
      and i.seen_at > ${now.toISOString()}::timestamptz - make_interval(mins => ${idleMinutes})`);
  const row = rows[0];
  if (!row) return null;
  if (row.stale)
    await systemDatabase()
      .update(signIns)
      .set({ seenAt: now })
      .where(eq(signIns.idHash, sha256(id)));
  return {
    actor: {
      kind: "person",
      countyId: row.county_id,
      personId: row.person_id,
      role: row.role,
      stationId: row.station_id,
      committeeId: row.committee_id,
      pointId: row.point_id,
      signIn: sha256(id),
    },
    name: row.name,
    username: row.username,
    post: row.post,
    stationName: row.station,
    committeeName: row.committee,
    locale: row.locale,
    mustChangePassword: row.must,
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

/** Ends every sign-in of a person except the one with this hash: password changed, account closed, office left. */
export async function endSignIns(
  tx: Tx,
  countyId: string,
  personId: string,
  now: Date,
  except?: string,
): Promise<void> {
  const open = and(eq(signIns.countyId, countyId), eq(signIns.personId, personId), isNull(signIns.revokedAt));
  await tx
    .update(signIns)
    .set({ revokedAt: now })
    .where(except ? and(open, ne(signIns.idHash, except)) : open);
}
