import { createHash } from "node:crypto";

interface Held {
  value: string;
  /** In milliseconds since 1970. */
  until: number;
}

/** Enough for everybody who is signed in to one process at the same time; about a megabyte. */
const mostHeld = 5_000;

/**
 * Opens encrypted tokens, and each one only once while it is valid: opening costs a millisecond, and a browser sends the
 * same cookie with every request. Kept by their hash, so that memory holds no token; what cannot be opened is not kept.
 */
export function tokenCache(open: (token: string) => Promise<Held | null>, most = mostHeld) {
  /** The longest unused first. */
  const held = new Map<string, Held>();
  return async function opened(token: string, now: Date): Promise<string | null> {
    const key = createHash("sha256").update(token).digest("base64");
    const found = held.get(key) ?? (await open(token));
    held.delete(key);
    if (!found || found.until <= now.getTime()) return null;
    const [oldest] = held.keys();
    if (held.size >= most && oldest !== undefined) held.delete(oldest);
    held.set(key, found);
    return found.value;
  };
}
