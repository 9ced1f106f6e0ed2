/** Words under lock: whoever opens this machine's storage reads none of them. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** Browsers keep their lock from pages that came over an open line. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

const keyFrom = (secret: string) =>
  crypto.subtle.importKey(
    "raw",
    Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0)),
    "AES-GCM",
    false,
    ["encrypt", "decrypt"],
  );

/** The value under the server's secret of this desk. */
export async function sealed(secret: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyFrom(secret), plain) };
}

/** What was sealed, or null where the secret is another or the bytes are not what was laid down. */
export async function unsealed<T>(secret: string, { iv, bytes }: Sealed): Promise<T | null> {
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyFrom(secret), bytes);
    return JSON.parse(new TextDecoder().decode(plain)) as T;
  } catch {
    return null;
  }
}
