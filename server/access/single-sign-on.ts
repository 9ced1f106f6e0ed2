import { sql } from "drizzle-orm";
import { systemDatabase, type Tx } from "@/db/client";
import type { PersonActor } from "../kernel/actor";
import { sha256 } from "../kernel/sha256";
import { deviceWords } from "./device-words";
import { noteSignIn } from "./note-sign-in";
import { openSignIn } from "./sign-in";

/** A provider of single sign-on (OpenID Connect) that the installation trusts, with its second factors too. */
export interface SingleSignOn {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** As the button names it. */
  name: string;
}

const isLoopback = ({ hostname }: URL) => hostname === "localhost" || hostname === "127.0.0.1";

/** The provider that the environment names, or null. Throws for one that would be reached without https. */
export function singleSignOn(env: Record<string, string | undefined> = process.env): SingleSignOn | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env;
  if (!issuer || !clientId || !clientSecret) return null;
  const address = new URL(issuer);
  if (address.protocol !== "https:" && !isLoopback(address)) throw new Error("OIDC_ISSUER has to be an https address");
  return { issuer: issuer.replace(/\/$/, ""), clientId, clientSecret, name: name || address.hostname };
}

/** Who the provider says it is: never a mail address, which may pass to somebody else. */
export interface Subject {
  issuer: string;
  subject: string;
}
const minutesToBind = 10;

/** A sign-in for the account this subject is bound to, while it is open; null for any other subject. */
export async function signInBySubject(
  { issuer, subject }: Subject,
  { origin, userAgent }: { origin: string | null; userAgent: string | null },
  now: Date,
): Promise<string | null> {
  const [account] = await systemDatabase().execute<{ countyId: string; personId: string; isOpen: boolean }>(sql`
    select a.county_id as "countyId", a.person_id as "personId", a.disabled_at is null and p.disabled_at is null as "isOpen"
    from bound_subjects b
    join accounts a on a.county_id = b.county_id and a.person_id = b.person_id
    join people p on p.county_id = a.county_id and p.id = a.person_id
    where b.issuer = ${issuer} and b.subject = ${subject}`);
  if (!account) return null;
  await noteSignIn(account.isOpen ? "audit.signIn" : "audit.failSignIn", account, now);
  if (!account.isOpen) return null;
  const words = { device: deviceWords(userAgent), origin: origin ?? "" };
  return openSignIn(account.countyId, account.personId, now, words);
}

/** Lets the actor's present sign-in bind a subject within the next minutes. */
export async function permitBinding(tx: Tx, actor: PersonActor, now: Date): Promise<void> {
  await tx.execute(sql`update sign_ins set binds_until = ${now.toISOString()}::timestamptz + make_interval(mins => ${minutesToBind})
    where id_hash = ${actor.signIn ?? ""} and county_id = ${actor.countyId}::uuid and person_id = ${actor.personId}::uuid`);
}

/**
 * Binds the subject to the person of this sign-in, once, if they asked for it there with their password. False when
 * they did not, or when the subject or the account is bound already: a subject never moves to another account by itself.
 */
export async function bindSubject(sid: string, { issuer, subject }: Subject, now: Date): Promise<boolean> {
  const at = sql`${now.toISOString()}::timestamptz`;
  return systemDatabase().transaction(async (tx) => {
    const [permitted] = await tx.execute<{ county: string; person: string }>(sql`
      update sign_ins set binds_until = null
      where id_hash = ${sha256(sid)} and binds_until > ${at} and revoked_at is null and expires_at > ${at}
      returning county_id as county, person_id as person`);
    if (!permitted) return false;
    const bound = await tx.execute(sql`
      insert into bound_subjects (issuer, subject, county_id, person_id, bound_at)
      values (${issuer}, ${subject}, ${permitted.county}::uuid, ${permitted.person}::uuid, ${at})
      on conflict do nothing returning 1`);
    return bound.length > 0;
  });
}

/** Unbinds the actor's account; gives whether it was bound. */
export async function dropBinding(tx: Tx, actor: PersonActor): Promise<boolean> {
  const dropped = await tx.execute(sql`delete from bound_subjects
    where county_id = ${actor.countyId}::uuid and person_id = ${actor.personId}::uuid returning 1`);
  return dropped.length > 0;
}
