/** Encrypted words, which nobody can read who opens this device's storage. */
export interface Encrypted {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** Browsers offer encryption only to pages loaded over a secure connection. */
export const canEncrypt = (): boolean => globalThis.crypto?.subtle !== undefined;

const keyFrom = (secret: string) =>
  crypto.subtle.importKey(
    "raw",
    Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0)),
    "AES-GCM",
    false,
    ["encrypt", "decrypt"],
  );

/** Encrypts the value with the secret the server gave to this desk. */
export async function encrypt(secret: string, value: unknown): Promise<Encrypted> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyFrom(secret), plain) };
}

/** Decrypts a value; null if the secret is a different one or the bytes were changed. */
export async function decrypt<T>(secret: string, { iv, bytes }: Encrypted): Promise<T | null> {
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyFrom(secret), bytes);
    return JSON.parse(new TextDecoder().decode(plain)) as T;
  } catch {
    return null;
  }
}
