import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { aYear, localeCookie } from "@/app/_i18n/locale-cookie";
import { isHttps } from "@/server/access/cookies";
import { authOptions, requestTime } from "@/server/access/session";
import { signedInBy } from "@/server/access/sign-in";
import { boundedBody } from "../../bounded-body";
import { isAllowedEndpoint } from "./allowed-endpoints";
import { orComeAgain } from "./come-again";

/** Enough for a name, a password and what next-auth sends along. */
const mostBytes = 64 * 1024;

const handler = NextAuth({
  ...authOptions,
  events: {
    ...authOptions.events,
    /** The language stored with the account is set in the browser of the sign-in. */
    async signIn({ user }) {
      const locale = (await signedInBy(user.id, requestTime()))?.locale;
      if (locale)
        (await cookies()).set(localeCookie, locale, { path: "/", maxAge: aYear, sameSite: "lax", secure: isHttps() });
    },
  },
});

interface Place {
  params: Promise<{ nextauth: string[] }>;
}

export async function GET(request: NextRequest, place: Place): Promise<Response> {
  if (!isAllowedEndpoint("GET", (await place.params).nextauth)) return new Response(null, { status: 404 });
  return handler(request, place);
}

/** Only forms are accepted: next-auth itself throws on JSON or parts it cannot read. */
export async function POST(request: NextRequest, place: Place): Promise<Response> {
  if (!isAllowedEndpoint("POST", (await place.params).nextauth)) return new Response(null, { status: 404 });
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get("content-type") ?? ""))
    return new Response(null, { status: 415 });
  const body = await boundedBody(request, mostBytes);
  if (!body) return new Response(null, { status: 413 });
  const answer: Response = await handler(
    new NextRequest(request.url, { method: "POST", headers: request.headers, body }),
    place,
  );
  return orComeAgain(answer);
}
