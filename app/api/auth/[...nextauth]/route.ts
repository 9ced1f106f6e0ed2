import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { aYear, localeCookie } from "@/app/_i18n/locale-cookie";
import { cookieNames, cookieOptions, isHttps } from "@/server/access/cookies";
import { authOptions, requestTime } from "@/server/access/session";
import { signedInBy } from "@/server/access/sign-in";
import { boundedBody } from "../../bounded-body";
import { isAllowedEndpoint } from "./allowed-endpoints";
import { orComeAgain } from "./come-again";
import { fitFields, isAddress } from "./fit-fields";

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
  return answered(request, place);
}

/** next-auth's answer to what fits into one; a cookie that does not is taken away. */
async function answered(request: NextRequest, place: Place, body?: URLSearchParams): Promise<Response> {
  const jar = await cookies();
  const { callback } = cookieNames();
  if (!isAddress(jar.get(callback)?.value || "/")) jar.set(callback, "", { ...cookieOptions(), maxAge: 0 });
  const address = new URL(request.url);
  address.search = fitFields(address.searchParams).toString();
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  return handler(new NextRequest(address, { headers, ...(body ? { method: "POST", body } : {}) }), place);
}

/** Only forms are accepted: next-auth itself throws on JSON or parts it cannot read. */
export async function POST(request: NextRequest, place: Place): Promise<Response> {
  if (!isAllowedEndpoint("POST", (await place.params).nextauth)) return new Response(null, { status: 404 });
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get("content-type") ?? ""))
    return new Response(null, { status: 415 });
  const body = await boundedBody(request, mostBytes);
  if (!body) return new Response(null, { status: 413 });
  const fields = fitFields(new URLSearchParams(new TextDecoder().decode(body)));
  return orComeAgain(await answered(request, place, fields));
}
