import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

export interface SigningKey {
  private: KeyObject;
  public: KeyObject;
}

const privateFile = "signing-key.pem";
export const publicFile = "public-key.pem";

/**
 * The Ed25519 key that signs checkpoints: made on first use in the folder, readable by its owner alone; its public half
 * lies beside it for whoever verifies elsewhere.
 */
export async function signingKey(folder: string): Promise<SigningKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, privateFile);
  const pem = await readFile(place, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  const key = pem ? createPrivateKey(pem) : generateKeyPairSync("ed25519").privateKey;
  const own = { private: key, public: createPublicKey(key) };
  // "wx": of two processes that start at once, the second fails and finds the first one's key when it starts again.
  if (!pem) {
    await writeFile(place, key.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
    await writeFile(path.join(folder, publicFile), own.public.export({ type: "spki", format: "pem" }));
  }
  return own;
}

/** The public key in a file, or null when there is none. */
export async function publicKeyIn(file: string): Promise<KeyObject | null> {
  const pem = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return pem === null ? null : createPublicKey(pem);
}

/** SHA-256 of the public key in DER, to be compared with a note kept elsewhere. */
export const fingerprintOf = (key: KeyObject): string =>
  createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex");
