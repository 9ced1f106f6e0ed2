import { signIn } from "../../access/sign-in";

/** Signs in from an unknown browser; gives the id for the session cookie, or null for a wrong pair. */
export async function signInId(username: string, password: string, now = new Date()): Promise<string | null> {
  return (await signIn({ username, password, origin: null }, now))?.id ?? null;
}
