import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";
import { systemActor } from "../kernel/actor";
import { asActor } from "../kernel/transaction";

/** An open account, and what its password and its browser are compared with. */
export interface AccountToSignIn extends Record<string, unknown> {
  countyId: string;
  personId: string;
  hash: string;
  /** Whether the account has signed in with this browser before. */
  knowsDevice: boolean;
  /** Whether signing in asks for a code as well. */
  hasFactor: boolean;
}

/**
 * The open account of a user name in small letters, or null; `device` is the hash of a browser's cookie. The database gives a hash to the system's login alone, for
 * one name or one person at a time.
 */
export async function accountToSignIn(username: string, device: string | null): Promise<AccountToSignIn | null> {
  const [account] = await systemDatabase().execute<AccountToSignIn>(
    sql`select county_id as "countyId", person_id as "personId", password_hash as hash, knows_device as "knowsDevice",
      has_factor as "hasFactor" from app.account_to_sign_in(${username}, ${device})`,
  );
  return account ?? null;
}

/** The hash of a person's present password; null where they have no account. */
export async function passwordHashOf(countyId: string, personId: string, now: Date): Promise<string | null> {
  const [row] = await asActor({ actor: systemActor(countyId, "changePassword"), now }, (tx) =>
    tx.execute<{ hash: string | null }>(sql`select app.password_hash_of(${countyId}::uuid, ${personId}::uuid) as hash`),
  );
  return row?.hash ?? null;
}
