import { type Locale, locales } from "@/db/vocabulary";

export const localeCookie = "locale";
/** In seconds. */
export const aYear = 60 * 60 * 24 * 365;
export const defaultLocale: Locale = "zh-CN";

/** The language of a cookie, or Chinese when it names no language of the product. */
export function localeOf(cookie: string | undefined): Locale {
  return locales.find((locale) => locale === cookie) ?? defaultLocale;
}

/** The cookie that keeps a language in this browser, as `Set-Cookie` and `document.cookie` take it. */
export const localeCookieText = (locale: Locale, isHttps: boolean): string =>
  `${localeCookie}=${locale}; path=/; max-age=${aYear}; samesite=lax${isHttps ? "; secure" : ""}`;
