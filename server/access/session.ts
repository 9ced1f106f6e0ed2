import { cookies, headers } from "next/headers";
import { getServerSession, type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { cache } from "react";
import { currentTime } from "../kernel/clock";
import { Problem } from "../kernel/problem";
import { cookieNames, cookieOptions, isHttps } from "./cookies";
import { deviceCookieSeconds } from "./device-cookie";
import { originOf } from "./origin";
import { revokeSignIn, type SignedIn, signedInBy, signIn } from "./sign-in";
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
    CredentialsProvider({
      credentials: { name: {}, password: {}, code: {} },
      async authorize(credentials) {
        const sent = await headers();
        const jar = await cookies();
        try {
          const entered = await signIn(
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
          if (!entered) return null;
          jar.set(cookieNames().device, entered.deviceCookie, { ...cookieOptions(), maxAge: deviceCookieSeconds });
          return { id: entered.id };
        } catch (error) {
          // next-auth shows the message to the browser, so it may hold a code and a number only.
          if (error instanceof Problem) throw new Error(`${error.code}:${error.params.seconds ?? ""}`);
          throw new Error("unexpected");
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
    session: ({ token }) => ({ sid: token.sid, expires: "" }) as never,
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid === "string") await revokeSignIn(token.sid, currentTime());
    },
  },
};

/** When this request came in: the one time for everything a page reads. */
export const requestTime = cache(currentTime);

/** Who asks, or null. Cached for the request; the rights are read from the database each time. */
export const currentSignIn = cache(async (): Promise<SignedIn | null> => {
  const session = (await getServerSession(authOptions)) as { sid?: unknown } | null;
  if (typeof session?.sid !== "string") return null;
  const isUsed = (await headers()).get(untouchedHeader) !== "yes";
  return signedInBy(session.sid, requestTime(), { isUsed });
});
