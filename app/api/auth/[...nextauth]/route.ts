import { cookies } from "next/headers";
import NextAuth from "next-auth";
import { aYear, localeCookie } from "@/app/_i18n/locale-cookie";
import { authOptions } from "@/server/access/session";
import { signedInBy } from "@/server/access/sign-in";

const handler = NextAuth({
  ...authOptions,
  events: {
    ...authOptions.events,
    /** The language kept with the account goes along to the browser he signs in with. */
    async signIn({ user }) {
      const locale = (await signedInBy(user.id))?.locale;
      if (locale) (await cookies()).set(localeCookie, locale, { path: "/", maxAge: aYear, sameSite: "lax" });
    },
  },
});

export { handler as GET, handler as POST };
