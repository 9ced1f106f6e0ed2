import { createHmac, timingSafeEqual } from "node:crypto";

/** RFC 6238 with what every authenticator app assumes: SHA-1, six digits, thirty seconds. */
const stepSeconds = 30;
const digits = 6;
/** Steps before and after the present one that count too: clocks of phones differ. */
const drift = 1;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648 base32 without padding, as authenticator apps take it. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1_000 / stepSeconds);

/** The code of a step (RFC 4226). */
export function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, "0");
}

/** The step whose code this is, among those that count now; null for any other text. */
export function stepOfCode(secret: Buffer, typed: string, now: Date): number | null {
  const code = typed.normalize("NFKC").replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return null;
  for (let step = stepOf(now) - drift; step <= stepOf(now) + drift; step += 1)
    if (timingSafeEqual(Buffer.from(codeOfStep(secret, step)), Buffer.from(code))) return step;
  return null;
}

/** What an authenticator app reads from the square of dots. */
export const enrolAddress = (secret: Buffer, username: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(`${issuer}:${username}`)}?${new URLSearchParams({ secret: base32(secret), issuer })}`;
