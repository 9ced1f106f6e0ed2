import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { canonicalIdNumber, canonicalPhone } from "./canonical";
import type { ColumnIn, EncryptedKind, EncryptedTable } from "./encrypted-columns";
import { type ContactKey, derived, type KeyRing, readKeyRing } from "./key-ring.mjs";

/** Where an encrypted value belongs. It opens there and in no other row, column, table or county. */
export type Place = {
  [Table in EncryptedTable]: { countyId: string; table: Table; column: ColumnIn<Table>; id: string };
}[EncryptedTable];

declare global {
  var zhongtiaoKeyRing: KeyRing | undefined;
}

/** The keys of this process, read once. Fails where there are none: only migrate makes them. */
export function keyRing(): KeyRing {
  globalThis.zhongtiaoKeyRing ??= readKeyRing() ?? undefined;
  if (!globalThis.zhongtiaoKeyRing)
    throw new Error("There are no contact keys. Name their file: ZHONGTIAO_CONTACT_KEY_FILE=<file>");
  return globalThis.zhongtiaoKeyRing;
}

/** Reads the keys anew when they are next needed, after they changed. */
export function forgetKeys(): void {
  globalThis.zhongtiaoKeyRing = undefined;
}

const form = "e1";
const [nonceBytes, tagBytes] = [12, 16];
/** Texts are filled up to multiples of this, so that an encrypted value does not tell how long its text is. */
const blockBytes = 16;

const belonging = ({ countyId, table, column, id }: Place): Buffer =>
  Buffer.from([form, countyId, table, column, id].join("\n"), "utf8");

/** The text encrypted with the current key for its place; "" stays "". AES-256-GCM with a random nonce. */
export function encrypted(place: Place, text: string): string {
  if (text === "") return "";
  const { current } = keyRing();
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", derived(current, "encrypt"), nonce, { authTagLength: tagBytes });
  cipher.setAAD(belonging(place));
  const bytes = Buffer.from(text, "utf8");
  const filled = Buffer.concat([bytes, Buffer.alloc((blockBytes - (bytes.length % blockBytes)) % blockBytes)]);
  const body = Buffer.concat([nonce, cipher.update(filled), cipher.final(), cipher.getAuthTag()]);
  return `${form}.${current.id}.${body.toString("base64url")}`;
}

/** The text of an encrypted value. Fails when it was encrypted for another place, altered, or with a key that is not there. */
export function decrypted(place: Place, value: string): string {
  if (value === "") return "";
  const [, keyId = "", body = ""] = /^e1\.([0-9a-f]{8})\.([\w-]+)$/.exec(value) ?? [];
  const where = `${place.table}.${place.column} of ${place.id}`;
  if (!body) throw new Error(`${where} is not encrypted`);
  const key = keyRing().keys.find(({ id }) => id === keyId);
  if (!key) throw new Error(`${where} is encrypted with the key ${keyId}, which is not in ${keyRing().where}`);
  const bytes = Buffer.from(body, "base64url");
  const opening = createDecipheriv("aes-256-gcm", derived(key, "encrypt"), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  opening.setAAD(belonging(place));
  opening.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const filled = Buffer.concat([opening.update(bytes.subarray(nonceBytes, -tagBytes)), opening.final()]);
    return filled.toString("utf8").replace(/\0+$/, "");
  } catch (error) {
    throw new Error(`${where} does not open: it was altered or belongs to another row`, { cause: error });
  }
}

/** The key an encrypted value was encrypted with; null for what is not encrypted. */
export const keyIdOf = (value: string): string | null => /^e1\.([0-9a-f]{8})\./.exec(value)?.[1] ?? null;

const bits128 = 16;

/** What is compared in the database instead of a secret: equal for equal texts of one county and purpose. */
export function hashOf(countyId: string, purpose: string, text: string, key: ContactKey = keyRing().current): string {
  if (text === "") return "";
  return createHmac("sha256", derived(key, `find ${countyId}`))
    .update(`${purpose}\n${text}`)
    .digest()
    .subarray(0, bits128)
    .toString("base64url");
}

/** The hashes by which a phone is found; what an older form let in that is no phone is found as it was written. */
export function phoneHashes(countyId: string, text: string) {
  const { line, extension } = canonicalPhone(text) ?? { line: text, extension: "" };
  return {
    hash: hashOf(countyId, "phone", line && `${line}-${extension}`),
    lineHash: hashOf(countyId, "phone line", line),
    endHash: hashOf(countyId, "phone end", line.slice(-4)),
  };
}

/** The hashes by which an ID number is found. */
export function idNumberHashes(countyId: string, text: string) {
  const number = canonicalIdNumber(text) ?? text;
  return {
    hash: hashOf(countyId, "ID number", number),
    endHash: hashOf(countyId, "ID number end", number.slice(-4)),
  };
}

/** All hash columns of one encrypted column, by suffix, in the order of `hashesOf`. */
export function hashesFor(countyId: string, kind: EncryptedKind, text: string): string[] {
  if (kind === "phone") {
    const { hash, lineHash, endHash } = phoneHashes(countyId, text);
    return [hash, lineHash, endHash];
  }
  if (kind === "text") return [];
  const { hash, endHash } = idNumberHashes(countyId, text);
  return [hash, endHash];
}
