import "server-only";
import { randomInt } from "node:crypto";
import { headers } from "next/headers";
import { localeCookie, localeOf } from "@/app/_i18n/locale-cookie";
import { cookieIn } from "@/server/access/cookies";
import { originOf } from "@/server/access/origin";
import { currentSignIn, requestTime, signedInWith } from "@/server/access/session";
import type { SignedIn } from "@/server/access/sign-in";
import { readsOfRequest } from "@/server/kernel/shared-reads";
import { besideEnglish, englishNames } from "@/server/places/reads/english-names";
import type { RequestContext } from "@/server/trpc/init";

const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** The context of the page that is being made. */
export async function requestContext(): Promise<RequestContext> {
  return contextOf(await headers(), requestTime(), await currentSignIn());
}

/** The context of a call with these headers that came in at `now`. */
export async function callContext(sent: Pick<Headers, "get">, now: Date): Promise<RequestContext> {
  return contextOf(sent, now, await signedInWith(sent, now));
}

/** The context of a request by whoever has no account. */
export const strangerContext = (sent: Pick<Headers, "get">, now: Date): RequestContext => contextOf(sent, now, null);

/** The actor, the time, and a six-letter code that the user can read out and the log contains. */
function contextOf(sent: Pick<Headers, "get">, now: Date, signedIn: SignedIn | null): RequestContext {
  const requestId = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");
  const isEnglish = localeOf(cookieIn(sent.get("cookie"), localeCookie)) === "en";
  return {
    ...{ signedIn, now, requestId, address: originOf(sent), reads: readsOfRequest() },
    ...(isEnglish ? { beside: withEnglishNames } : {}),
  };
}

const withEnglishNames: NonNullable<RequestContext["beside"]> = async (ctx, answer) =>
  besideEnglish(answer, await englishNames(ctx));
