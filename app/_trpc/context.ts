import "server-only";
import { randomInt } from "node:crypto";
import { headers } from "next/headers";
import { originOf } from "@/server/access/origin";
import { currentSignIn, requestTime } from "@/server/access/session";
import { readsOfRequest } from "@/server/kernel/shared-reads";
import type { RequestContext } from "@/server/trpc/init";

const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** The actor, the time, and a six-letter code that the user can read out and the log contains. */
export async function requestContext(): Promise<RequestContext> {
  const requestId = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");
  const now = requestTime();
  return {
    signedIn: await currentSignIn(),
    now,
    requestId,
    address: originOf(await headers()),
    reads: readsOfRequest(),
  };
}
