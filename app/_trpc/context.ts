import "server-only";
import { randomInt } from "node:crypto";
import { currentSignIn } from "@/server/access/session";
import type { RequestContext } from "@/server/trpc/init";

const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** Who asks, and a six-letter code that links what the user reads out to what the log holds. */
export async function requestContext(): Promise<RequestContext> {
  const requestId = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");
  return { signedIn: await currentSignIn(), requestId };
}
