import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ComponentType, ReactNode } from "react";
import type { Messages } from "./catalogues";
import { wordsOf } from "./words-of";

/**
 * Gives client components their words. `of` is the file it stands in, without its ending: "(office)/layout". A page
 * uses `withWords`. The check `pageWords` refuses a page that goes without or names another.
 */
export async function ClientWords({ of, children }: { of: string; children: ReactNode }) {
  const locale = await getLocale();
  const words = wordsOf(of, locale);
  if (!words) throw new Error(`nobody knows the words of ${of}`);
  return (
    <NextIntlClientProvider locale={locale} messages={words as Partial<Messages>}>
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
