import { type Locale, locales } from "@/db/vocabulary";

export const localeCookie = "locale";
/** In seconds. */
export const aYear = 60 * 60 * 24 * 365;
export const defaultLocale: Locale = "zh-CN";

/** The language a cookie asks for, or Chinese when it asks for nothing we speak. */
export function localeOf(cookie: string | undefined): Locale {
  return locales.find((locale) => locale === cookie) ?? defaultLocale;
}
