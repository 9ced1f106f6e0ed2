import { createHmac } from "node:crypto";
import { keyRing } from "./encrypt";
import { type ContactKey, derived } from "./key-ring.mjs";

/** The hash of a request's body made with a key: from a bare one whoever has a dump could guess the phone in the body. */
export const keyedBodyHash = (bareHash: string, key: ContactKey = keyRing().current): string =>
  createHmac("sha256", derived(key, "bodies")).update(bareHash).digest("base64url");

/** Whether a stored hash is that of this body, made with any key there is. */
export const isBodyHash = (stored: string, bareHash: string): boolean =>
  keyRing().keys.some((key) => keyedBodyHash(bareHash, key) === stored);
