import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { Fault } from "../console/fault.mjs";

/** Plain bytes in one chunk; memory needed to write or read a backup does not grow with the backup. */
export const chunkSize = 64 * 1024;
const tagSize = 16;
const sealedSize = chunkSize + tagSize;

/**
 * The key of one backup: made from the secret, its salt and its head, so that no nonce is ever used twice under one key
 * and a head that was altered opens nothing.
 * @param {Buffer} secret
 * @param {Buffer} salt
 * @param {Buffer} head the bytes before the chunks
 */
export const chunkKey = (secret, salt, head) => Buffer.from(hkdfSync("sha256", secret, salt, head, 32));

/** Eleven bytes count the chunks, the twelfth marks the last one. @param {number} nth @param {boolean} isLast */
function nonceOf(nth, isLast) {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(nth), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/**
 * Encrypts a stream in chunks by AES-256-GCM. Each chunk's nonce is its number and whether it is the last: chunks that
 * are exchanged, left out, repeated or cut off do not open.
 * @param {AsyncIterable<Buffer>} source
 * @param {Buffer} key
 */
export async function* seal(source, key) {
  let nth = 0;
  /** @param {Buffer} bytes @param {boolean} isLast */
  const one = (bytes, isLast) => {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(nth++, isLast));
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  let rest = Buffer.alloc(0);
  for await (const bytes of source) {
    rest = Buffer.concat([rest, bytes]);
    // A full chunk is kept until more comes: it may be the last.
    for (; rest.length > chunkSize; rest = rest.subarray(chunkSize)) yield one(rest.subarray(0, chunkSize), false);
  }
  yield one(rest, true);
}

/**
 * Decrypts what `seal` made. Nothing of a chunk is given out before it was found whole, and a stream that ends too
 * early is refused.
 * @param {AsyncIterable<Buffer>} source
 * @param {Buffer} key
 */
export async function* unseal(source, key) {
  let nth = 0;
  let rest = Buffer.alloc(0);
  for await (const bytes of source) {
    rest = Buffer.concat([rest, bytes]);
    for (; rest.length > sealedSize; rest = rest.subarray(sealedSize)) {
      const plain = open(rest.subarray(0, sealedSize), key, nonceOf(nth, false));
      if (!plain) throw altered(nth);
      nth += 1;
      yield plain;
    }
  }
  const last = open(rest, key, nonceOf(nth, true));
  if (last) {
    yield last;
    return;
  }
  if (rest.length === 0 || open(rest, key, nonceOf(nth, false)))
    throw new Fault("The backup is incomplete: its end is missing.");
  throw altered(nth);
}

/** @param {Buffer} sealed @param {Buffer} key @param {Buffer} nonce @returns {Buffer | null} */
function open(sealed, key, nonce) {
  if (sealed.length < tagSize) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagSize });
  decipher.setAuthTag(sealed.subarray(-tagSize));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagSize)), decipher.final()]);
  } catch {
    return null;
  }
}

/** @param {number} nth */
const altered = (nth) => new Fault(`The backup is cut off or was altered (in chunk ${nth + 1}).`);
