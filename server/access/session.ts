import { cookies, headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { cache } from "react";
import { currentTime } from "../kernel/clock";
import { Problem } from "../kernel/problem";
import { reached } from "../kernel/unreachable";
import { cookieIn, cookieNames, cookieOptions, isHttps } from "./cookies";
import { deviceCookieSeconds } from "./device-cookie";
import { originOf } from "./origin";
import { endEarlier, revokeSignIn, type SignedIn, signedInBy, signIn } from "./sign-in";
import { bindSubject, type SingleSignOn, signInBySubject, singleSignOn } from "./single-sign-on";
import { tokenCache } from "./token-cache";
import { untouchedHeader } from "./untouched-header";

/** In seconds. Longer than any sign-in lasts: its row in the database decides when it ends. */
const cookieSeconds = 24 * 60 * 60;

/** The only file that knows next-auth. The cookie carries a random sign-in id and nothing else. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: cookieSeconds },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  useSecureCookies: isHttps(),
  cookies: {
    sessionToken: { name: cookieNames().session, options: cookieOptions() },
    csrfToken: { name: cookieNames().csrf, options: cookieOptions() },
    callbackUrl: { name: cookieNames().callback, options: cookieOptions() },
    pkceCodeVerifier: { name: cookieNames().pkce, options: { ...cookieOptions(), maxAge: 900 } },
    state: { name: cookieNames().state, options: { ...cookieOptions(), maxAge: 900 } },
    nonce: { name: cookieNames().nonce, options: cookieOptions() },
  },
  logger: {
    // A cookie signed with another secret (another installation, or before a change) means signed out, not an error.
    error: (code) => {
      if (code !== "JWT_SESSION_ERROR") process.stderr.write(`${JSON.stringify({ level: "error", error: code })}\n`);
    },
    warn: () => undefined,
    debug: () => undefined,
  },
  providers: [
    ...providersOf(singleSignOn()),
    CredentialsProvider({
      credentials: { name: {}, password: {}, code: {} },
      async authorize(credentials) {
        const sent = await headers();
        const jar = await cookies();
        try {
          const trying = signIn(
            {
              username: String(credentials?.name ?? ""),
              password: String(credentials?.password ?? ""),
              code: String(credentials?.code ?? ""),
              origin: originOf(sent),
              deviceCookie: jar.get(cookieNames().device)?.value,
              userAgent: sent.get("user-agent"),
            },
            currentTime(),
          );
          const done = await reached(trying);
          if (!done) return null;
          jar.set(cookieNames().device, done.deviceCookie, { ...cookieOptions(), maxAge: deviceCookieSeconds });
          await endEarlier(await cookieSignIn(), currentTime());
          return { id: done.id };
        } catch (error) {
          // next-auth shows the message to the browser, so it may hold a code and a number only.
          if (error instanceof Problem) throw new Error(`${error.code}:${error.params.seconds ?? ""}`);
          throw new Error("unexpected");
        }
      },
    }),
  ],
  callbacks: {
    /** The credentials have made their sign-in already; a subject of the provider gets one here, or is bound. */
    signIn: async ({ user, account }) => {
      const provider = singleSignOn();
      if (account?.type !== "oauth") return true;
      if (!provider || !account.providerAccountId) return false;
      const subject = { issuer: provider.issuer, subject: account.providerAccountId };
      const sent = await headers();
      const id = await signInBySubject(
        subject,
        { origin: originOf(sent), userAgent: sent.get("user-agent") },
        currentTime(),
      );
      const sid = await cookieSignIn();
      if (id) {
        await endEarlier(sid, currentTime());
        user.id = id;
        return true;
      }
      return sid && (await bindSubject(sid, subject, currentTime())) ? "/account?bound=yes" : false;
    },
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
    session: ({ token }) => ({ sid: token.sid, expires: "" }) as never,
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid === "string") await revokeSignIn(token.sid, currentTime());
    },
  },
};

/** The provider as next-auth wants it: the code flow with state, nonce and PKCE, and no claim but the subject. */
export function providersOf(provider: SingleSignOn | null): OAuthConfig<{ sub: string }>[] {
  if (!provider) return [];
  const { issuer, clientId, clientSecret, name } = provider;
  return [
    {
      id: "oidc",
      type: "oauth",
      name,
      issuer,
      wellKnown: `${issuer}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      authorization: { params: { scope: "openid" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: ({ sub }) => ({ id: sub }),
    },
  ];
}

const openTokens = tokenCache(decodeToken);

/** The sign-in that a session cookie names, valid or not: whether it still holds is for its row in the database to say. */
export const signInOfCookie = (cookie: string | undefined): Promise<string | null> =>
  cookie ? openTokens(cookie, currentTime()) : Promise.resolve(null);

/** What the cookie holds, and until when; null when it was made with another secret, changed, or has run out. */
async function decodeToken(token: string) {
  const held = await decode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" }).catch(() => null);
  const end = held?.exp;
  return typeof held?.sid === "string" && typeof end === "number" ? { value: held.sid, until: end * 1000 } : null;
}

/** The sign-in that the browser's cookie names, valid or not. */
export const cookieSignIn = async (): Promise<string | null> =>
  signInOfCookie((await cookies()).get(cookieNames().session)?.value);

/** When this request came in: the one time for everything a page reads. */
export const requestTime = cache(currentTime);

/** Who asks with these headers of a request, or null; the rights are read from the database each time. */
export async function signedInWith(sent: Pick<Headers, "get">, now: Date): Promise<SignedIn | null> {
  const id = await signInOfCookie(cookieIn(sent.get("cookie"), cookieNames().session));
  return id === null ? null : signedInBy(id, now, { isUsed: sent.get(untouchedHeader) !== "yes" });
}

/** Who asks for the page, or null. Cached for the request. */
export const currentSignIn = cache(async (): Promise<SignedIn | null> => signedInWith(await headers(), requestTime()));
