import { createHmac, randomBytes, randomInt } from "node:crypto";
import { keyRing } from "@/db/encryption/encrypt";
import { derived } from "@/db/encryption/key-ring.mjs";
import { sha256 } from "../kernel/sha256";

/** Letters and digits that cannot be mistaken for one another when copied from paper. */
const letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const codeLength = 12;

export const hashOfSecret = (secret: string): string => sha256(secret);

/** 256 random bits for a link's fragment or a visit. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Twelve characters for paper: "ABCD-EFGH-JKMN"; some 59 bits, behind the same second factor and limits. */
export function newCode(): string {
  const text = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join("");
  return printedCode(text);
}

/** A code as it stands on paper, in groups of four. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

/** The typed code as it is hashed: in one case and without dashes. */
export const plainCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");

/**
 * The token of a link that goes out in messages: worked out from a key outside the database and the link's id, so that every
 * message can name the same link although only its hash is stored.
 */
export const sentSecret = (linkId: string): string => secretsOf(linkId).at(-1) ?? "";

/** The token of a link whose hash is this, if it was made for messages with a key that is still there. */
export const sentSecretOf = (linkId: string, tokenHash: string): string | null =>
  secretsOf(linkId).find((secret) => hashOfSecret(secret) === tokenHash) ?? null;

/** The code of a registration's slip, worked out like that: it can be printed again although only its hash is stored. */
export const slipCode = (slipId: string): string => slipCodesOf(slipId).at(-1) ?? "";

/** The code of a slip whose hash is this, if it was made with a key that is still there. */
export const slipCodeOf = (slipId: string, codeHash: string): string | null =>
  slipCodesOf(slipId).find((code) => hashOfSecret(code) === codeHash) ?? null;

const slipCodesOf = (slipId: string): string[] =>
  keyRing().keys.map((key) => lettersOf(createHmac("sha256", derived(key, "slip")).update(slipId).digest()));

/** Twelve letters from the bits of a hash, none of them measurably likelier than another. */
function lettersOf(bits: Buffer): string {
  let rest = BigInt(`0x${bits.toString("hex")}`);
  const base = BigInt(letters.length);
  return Array.from({ length: codeLength }, () => {
    const letter = letters[Number(rest % base)];
    rest /= base;
    return letter;
  }).join("");
}

const secretsOf = (linkId: string): string[] =>
  keyRing().keys.map((key) => createHmac("sha256", derived(key, "link")).update(linkId).digest("base64url"));
