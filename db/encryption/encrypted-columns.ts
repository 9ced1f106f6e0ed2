/*
 * Every column that is encrypted, and the keyed hashes beside it. Schema, verbs, the upgrade and the change of keys go by
 * this list; a test compares it with the constraints of the database.
 */

export type EncryptedKind = "phone" | "idNumber" | "text";

export interface EncryptedColumn {
  table: string;
  column: string;
  kind: EncryptedKind;
  /** The row it is encrypted for, where that is another one's: its table, and the column with its id. */
  of?: { table: string; id: string };
}

export const encryptedColumns = [
  { table: "parties", column: "phone", kind: "phone" },
  { table: "parties", column: "address", kind: "text" },
  { table: "parties", column: "id_number", kind: "idNumber" },
  { table: "party_links", column: "phone", kind: "phone" },
  { table: "police_calls", column: "phone", kind: "phone" },
  { table: "interpreters", column: "phone", kind: "phone" },
  // Copied by a trigger, which has no key (app.keep_particulars): they open as their party's own.
  { table: "paper_particulars", column: "id_number", kind: "text", of: { table: "parties", id: "party_id" } },
  { table: "paper_particulars", column: "address", kind: "text", of: { table: "parties", id: "party_id" } },
  { table: "deliveries", column: "address_masked", kind: "text" },
] as const satisfies readonly EncryptedColumn[];

type Listed = (typeof encryptedColumns)[number];
export type EncryptedTable = Listed["table"];
export type ColumnIn<Table extends EncryptedTable> = Extract<Listed, { table: Table }>["column"];

/** Suffixes of the hash columns: a phone is found whole, by its line without extension, and by its last four digits. */
export const hashesOf = {
  phone: ["hash", "line_hash", "end_hash"],
  idNumber: ["hash", "end_hash"],
  text: [],
} as const satisfies Record<EncryptedKind, readonly string[]>;

/** An encrypted value: form, key, then nonce, text and tag. 59 signs are the shortest: 12 + 16 + 16 bytes. */
export const encryptedForm = "^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$";
/** A keyed hash: 128 bits. */
export const hashForm = "^[A-Za-z0-9_-]{22}$";
