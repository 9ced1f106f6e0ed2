import "server-only";
import type { Locale } from "@/db/vocabulary";
import { catalogues, type Messages } from "./catalogues";
import { pickWords, type Words } from "./pick-words";

/** For each page, layout and part the words that the browser needs for it, put here by the build (next.config.mjs). */
declare const WORDS_OF_PAGES: string | undefined;

/** Null while developing: then every page is sent all words, because those it reads change under it. */
const wordsOfPages: Record<string, readonly string[]> | null =
  typeof WORDS_OF_PAGES === "string" ? JSON.parse(WORDS_OF_PAGES) : null;

const picked = new Map<string, Words>();

/** The words that the client components of `page` read; the others never leave the server. Null for an unknown name. */
export function wordsOf(page: string, locale: Locale): Words | Messages | null {
  if (!wordsOfPages) return catalogues[locale];
  const wanted = Object.hasOwn(wordsOfPages, page) ? wordsOfPages[page] : undefined;
  if (!wanted) return null;
  const mark = `${locale} ${page}`;
  const words = picked.get(mark) ?? pickWords(catalogues[locale], wanted);
  picked.set(mark, words);
  return words;
}
