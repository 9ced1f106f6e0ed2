import type { Locale } from "@/db/vocabulary";
import { aYear, localeCookie } from "./locale-cookie";

/** Stores the language on this device; refresh the router afterwards. */
export function chooseLocale(locale: Locale) {
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is not in all the browsers stations use
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=${aYear}; samesite=lax${secure}`;
}
