import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** From the secret that also signs cookies, which is never in the database: a dump alone gives no second factor. */
const key = (): Buffer => Buffer.from(hkdfSync("sha256", process.env.NEXTAUTH_SECRET ?? "", "", "second factor", 32));

/** Encrypts (AES-256-GCM) for one row: `row` names it, and the text can be opened for no other. */
export function encryptForRow(plain: Buffer, row: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(row));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, text, cipher.getAuthTag()]).toString("base64url");
}

/** What was encrypted for this row; null when it was changed, moved, or encrypted with another secret. */
export function decryptForRow(encrypted: string, row: string): Buffer | null {
  const bytes = Buffer.from(encrypted, "base64url");
  try {
    const cipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, 12)).setAAD(Buffer.from(row));
    cipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]);
  } catch {
    // Whoever asks treats it as a factor that fits no code; recovery codes still work.
    return null;
  }
}
