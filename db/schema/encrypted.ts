import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, text } from "drizzle-orm/pg-core";
import { encryptedForm, hashForm } from "../encryption/encrypted-columns";

/*
 * Columns that hold a secret encrypted by the application (docs/adr/0033) and the keyed hashes by which it is found. Which
 * columns there are is said in db/encryption/encrypted-columns.ts.
 */

const hash = (name: string) => text(name).notNull().default("");

/** An encrypted text that is not searched for. */
export const encryptedText = (name: string) => text(name).notNull().default("");

/** An encrypted phone: found whole, by its line without extension, and by its last four digits. */
export const encryptedPhone = () => ({
  phone: encryptedText("phone"),
  phoneHash: hash("phone_hash"),
  phoneLineHash: hash("phone_line_hash"),
  phoneEndHash: hash("phone_end_hash"),
});

/** An encrypted ID number: found whole and by its last four signs. */
export const encryptedIdNumber = () => ({
  idNumber: encryptedText("id_number"),
  idNumberHash: hash("id_number_hash"),
  idNumberEndHash: hash("id_number_end_hash"),
});

/** The hash beside a phone that stays readable. */
export const phoneHash = () => hash("phone_hash");

/** Either nothing, or an encrypted value with all its hashes: the database takes no plain words, whoever writes them. */
export function isEncrypted(column: AnyPgColumn, ...hashes: AnyPgColumn[]): SQL {
  const all = (condition: (each: AnyPgColumn) => SQL, first: SQL) =>
    sql.join([first, ...hashes.map(condition)], sql` and `);
  const none = all((each) => sql`${each} = ''`, sql`${column} = ''`);
  const whole = all((each) => sql`${each} ~ '${sql.raw(hashForm)}'`, sql`${column} ~ '${sql.raw(encryptedForm)}'`);
  return sql`(${none}) or (${whole})`;
}

/** Whether a readable value has its hash beside it. */
export const isHashed = (column: AnyPgColumn, of: AnyPgColumn): SQL =>
  sql`case when ${column} = '' then ${of} = '' else ${of} ~ '${sql.raw(hashForm)}' end`;
