import NextAuth from "next-auth";
import { authOptions } from "@/server/access/session";

const handler = NextAuth(authOptions);
export { handler as GET, handler as POST };
