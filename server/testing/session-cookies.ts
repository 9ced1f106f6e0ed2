import { encode } from "next-auth/jwt";
import { cookieNames } from "../access/cookies";
import { openSignIn } from "../access/sign-in";
import type { TestCounty } from "./county";

/** Signs these people in and gives the cookie of each, by username, as a browser sends it. NEXTAUTH_SECRET has to be set. */
export async function sessionCookies(county: TestCounty, usernames: readonly string[]): Promise<Map<string, string>> {
  const cookies = new Map<string, string>();
  for (const username of usernames) {
    const sid = await openSignIn(county.countyId, county.people[username] ?? "", new Date());
    const token = await encode({ token: { sid }, secret: process.env.NEXTAUTH_SECRET ?? "" });
    cookies.set(username, `${cookieNames().session}=${token}`);
  }
  return cookies;
}
