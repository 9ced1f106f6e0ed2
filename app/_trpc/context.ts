import "server-only";
import { randomInt } from "node:crypto";
import { headers } from "next/headers";
import { currentSignIn, requestTime } from "@/server/access/session";
import type { RequestContext } from "@/server/trpc/init";

const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** The actor, the time, and a six-letter code that the user can read out and the log contains. */
export async function requestContext(): Promise<RequestContext> {
  const requestId = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");
  const now = requestTime();
  return { signedIn: await currentSignIn(), now, requestId, address: await address() };
}

/** The address a trusted proxy saw; null where the browser could have made it up. */
async function address(): Promise<string | null> {
  if (process.env.TRUST_PROXY !== "yes") return null;
  return (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? null;
}
