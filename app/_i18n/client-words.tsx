import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ComponentType, ReactNode } from "react";
import type { Locale } from "@/db/vocabulary";
import { catalogues, type Messages } from "./catalogues";
import { pickWords, type Words } from "./pick-words";

/** For each page and layout the words that the browser needs for it, put here by the build (next.config.mjs). */
declare const WORDS_OF_PAGES: string | undefined;

/** Null while developing: then every page is sent all words, because those it reads change under it. */
const wordsOfPages: Record<string, readonly string[]> | null =
  typeof WORDS_OF_PAGES === "string" ? JSON.parse(WORDS_OF_PAGES) : null;

const picked = new Map<string, Words>();

/** The words that the client components of `page` read; the others never leave the server. */
function wordsOf(page: string, locale: Locale): Words | Messages {
  if (!wordsOfPages) return catalogues[locale];
  const wanted = wordsOfPages[page];
  if (!wanted) throw new Error(`nobody knows the words of ${page}`);
  const mark = `${locale} ${page}`;
  const words = picked.get(mark) ?? pickWords(catalogues[locale], wanted);
  picked.set(mark, words);
  return words;
}

/**
 * Gives client components their words. `of` is the file it stands in, without its ending: "(office)/layout". A page
 * uses `withWords`. The check `pageWords` refuses a page that goes without or names another.
 */
export async function ClientWords({ of, children }: { of: string; children: ReactNode }) {
  const locale = await getLocale();
  return (
    <NextIntlClientProvider locale={locale} messages={wordsOf(of, locale) as Partial<Messages>}>
      {children}
    </NextIntlClientProvider>
  );
}

/** The same page, with the words of its client components: `export default withWords("(office)/today/page", TodayPage)`. */
export function withWords<Props extends object>(page: string, Page: ComponentType<Props>) {
  return function PageWithWords(props: Props) {
    return (
      <ClientWords of={page}>
        <Page {...props} />
      </ClientWords>
    );
  };
}
