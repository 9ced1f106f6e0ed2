import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookieIn, isHttps } from "@/server/access/cookies";

/**
 * What a browser holds of one link: its token (or the code from paper) and, once the digits were right, its visit. Both lie
 * in a cookie that no script reads, that no other site's request carries, and that is sent to the pages of this link alone:
 * several links open side by side in one browser.
 */
export interface HeldLink {
  token: string;
  visit: string | null;
}

const nameOf = () => `${isHttps() ? "__Secure-" : ""}zhongtiao.link`;

/** The part of the address under which this browser holds a link; it says nothing of the link. */
export const newPlace = (): string => randomBytes(9).toString("base64url");

/** The path of the pages of a place; null for what cannot be one. */
export const pathOfPlace = (place: string): `/i/${string}` | null => (/^[\w-]{12}$/.test(place) ? `/i/${place}` : null);

/** What the browser holds for the address it asks for. */
export function heldLink(headers: Pick<Headers, "get">): HeldLink | null {
  const held = cookieIn(headers.get("cookie"), nameOf());
  const dot = held?.lastIndexOf(".") ?? -1;
  if (!held || dot < 1) return null;
  return { token: held.slice(0, dot), visit: held.slice(dot + 1) || null };
}

/** The cookie that holds it, as `Set-Cookie` takes it: until the browser is closed. */
export function holdingCookie(path: `/i/${string}`, { token, visit }: HeldLink): string {
  const secure = isHttps() ? "; Secure" : "";
  return `${nameOf()}=${encodeURIComponent(`${token}.${visit ?? ""}`)}; Path=${path}; HttpOnly; SameSite=Strict${secure}`;
}

/** Proves that a form was made for the browser that holds this link: nobody else knows the token. */
export const markOf = ({ token }: HeldLink): string =>
  createHash("sha256").update(`form\n${token}`).digest("base64url");
