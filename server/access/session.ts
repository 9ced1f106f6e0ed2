import { cookies, headers } from "next/headers";
import { getServerSession, type NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { cache } from "react";
import { currentTime } from "../kernel/clock";
import { Problem } from "../kernel/problem";
import { cookieNames, cookieOptions, isHttps } from "./cookies";
import { deviceCookieSeconds } from "./device-cookie";
import { originOf } from "./origin";
import { revokeSignIn, type SignedIn, signedInBy, signIn } from "./sign-in";
import { bindSubject, type SingleSignOn, signInBySubject, singleSignOn } from "./single-sign-on";
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
          const done = await signIn(
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
          if (!done) return null;
          jar.set(cookieNames().device, done.deviceCookie, { ...cookieOptions(), maxAge: deviceCookieSeconds });
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
      if (id) {
        user.id = id;
        return true;
      }
      const sid = await cookieSignIn();
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
function providersOf(provider: SingleSignOn | null): OAuthConfig<{ sub: string }>[] {
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

/** The sign-in that the browser's cookie names, valid or not. */
export async function cookieSignIn(): Promise<string | null> {
  const token = (await cookies()).get(cookieNames().session)?.value;
  const held = token ? await decode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" }).catch(() => null) : null;
  return typeof held?.sid === "string" ? held.sid : null;
}

/** When this request came in: the one time for everything a page reads. */
export const requestTime = cache(currentTime);

/** Who asks, or null. Cached for the request; the rights are read from the database each time. */
export const currentSignIn = cache(async (): Promise<SignedIn | null> => {
  const session = (await getServerSession(authOptions)) as { sid?: unknown } | null;
  if (typeof session?.sid !== "string") return null;
  const isUsed = (await headers()).get(untouchedHeader) !== "yes";
  return signedInBy(session.sid, requestTime(), { isUsed });
});
