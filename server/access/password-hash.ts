import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";
import { systemActor } from "../kernel/actor";
import { asActor } from "../kernel/transaction";

/** An open account, and the hash its password is compared with. */
interface AccountToSignIn extends Record<string, unknown> {
  countyId: string;
  personId: string;
  hash: string;
}

/**
 * The open account of a user name in small letters, or null. The database gives a hash to the system's login alone, for
 * one name or one person at a time.
 */
export async function accountToSignIn(username: string): Promise<AccountToSignIn | null> {
  const [account] = await systemDatabase().execute<AccountToSignIn>(
    sql`select county_id as "countyId", person_id as "personId", password_hash as hash from app.account_to_sign_in(${username})`,
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
