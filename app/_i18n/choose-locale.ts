import type { Locale } from "@/db/vocabulary";
import { localeCookieText } from "./locale-cookie";

/** Stores the language on this device; refresh the router afterwards. */
export function chooseLocale(locale: Locale) {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is not in all the browsers stations use
  document.cookie = localeCookieText(locale, window.location.protocol === "https:");
}
