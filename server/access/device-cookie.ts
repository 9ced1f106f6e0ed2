import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { sha256 } from "../kernel/sha256";

/** In seconds; counted anew at each sign-in. */
export const deviceCookieSeconds = 180 * 24 * 60 * 60;

const signature = (token: string): Buffer =>
  createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`device:${token}`)
    .digest();

/** What a browser keeps: a random token and our signature, so that invented ones cost no look into the database. */
export function newDeviceCookie(): string {
  const token = randomBytes(32).toString("base64url");
  return `${token}.${signature(token).toString("base64url")}`;
}

/** The SHA-256 of the token of a cookie that we signed; null for any other text. */
export function deviceHash(cookie: string | undefined): string | null {
  const [token, signed, ...rest] = cookie?.split(".") ?? [];
  if (!token || !signed || rest.length > 0) return null;
  const [given, right] = [Buffer.from(signed, "base64url"), signature(token)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return sha256(token);
}
