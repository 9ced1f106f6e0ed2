import type { Locale } from "@/db/vocabulary";

/** A force's name in the reader's language; forces are a county's data, not words of the catalogue. */
export const forceName = (force: { nameZh: string; nameEn: string }, locale: Locale): string =>
  locale === "en" ? force.nameEn : force.nameZh;
