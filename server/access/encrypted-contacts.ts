import { decrypted, encrypted, idNumberHashes, phoneHashes } from "@/db/encryption/encrypt";
import { maskIdNumber, maskPhone } from "./mask";

/*
 * Phones, addresses and ID numbers of parties, of those beside them and of callers are encrypted in the database for their
 * own row (docs/adr/0033). This is the one place of the application that encrypts and opens them; who may read one is
 * decided by the views that give the encrypted value or nothing (db/sql/views).
 */

/** The row a value belongs to. */
export interface Row {
  countyId: string;
  id: string;
}
type WithPhone = "parties" | "party_links" | "police_calls" | "interpreters";

/** The columns of a phone as they are written: encrypted, with the hashes it is found by. */
export function encryptedPhone(table: WithPhone, row: Row, phone: string) {
  const { hash, lineHash, endHash } = phoneHashes(row.countyId, phone);
  return {
    phone: encrypted({ ...row, table, column: "phone" }, phone),
    phoneHash: hash,
    phoneLineHash: lineHash,
    phoneEndHash: endHash,
  };
}

/** The columns of a party's ID number as they are written. */
export function encryptedIdNumber(row: Row, idNumber: string) {
  const { hash, endHash } = idNumberHashes(row.countyId, idNumber);
  return {
    idNumber: encrypted({ ...row, table: "parties", column: "id_number" }, idNumber),
    idNumberHash: hash,
    idNumberEndHash: endHash,
  };
}

/** A party's home address as it is written. */
export const encryptedAddress = (row: Row, address: string): string =>
  encrypted({ ...row, table: "parties", column: "address" }, address);

/** The masked address of a delivery as it is written. */
export const encryptedWay = (row: Row, masked: string): string =>
  encrypted({ ...row, table: "deliveries", column: "address_masked" }, masked);

export const decryptedPhone = (table: WithPhone, row: Row, value: string): string =>
  decrypted({ ...row, table, column: "phone" }, value);
export const decryptedAddress = (row: Row, value: string): string =>
  decrypted({ ...row, table: "parties", column: "address" }, value);
export const decryptedIdNumber = (row: Row, value: string): string =>
  decrypted({ ...row, table: "parties", column: "id_number" }, value);
export const decryptedWay = (row: Row, value: string): string =>
  decrypted({ ...row, table: "deliveries", column: "address_masked" }, value);

/** 138****2719, of an encrypted phone. */
export const maskedPhone = (table: WithPhone, row: Row, value: string): string =>
  maskPhone(decryptedPhone(table, row, value));
/** 3306**********1234, of an encrypted ID number. */
export const maskedIdNumber = (row: Row, value: string): string => maskIdNumber(decryptedIdNumber(row, value));
