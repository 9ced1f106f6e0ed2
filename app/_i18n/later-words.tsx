"use client";
import { NextIntlClientProvider, useLocale } from "next-intl";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import type { Locale } from "@/db/vocabulary";
import type { Messages } from "./catalogues";

interface SaidIn {
  locale: Locale;
  words: Partial<Messages>;
}

/**
 * A loader for `useFirstUse` and `useLater` whose part brings its words with it, so that no page carries them before:
 * `withLaterWords("_board/seat-panel", () => import("./seat-panel").then((it) => it.SeatPanel))`. The name is the part's
 * file (the check `pageWords`). Fails where the part or its words cannot be fetched.
 */
export function withLaterWords<Props extends object>(of: string, load: () => Promise<ComponentType<Props>>) {
  return async (): Promise<ComponentType<Props>> => {
    const [Part, first] = await Promise.all([load(), fetchWords(of, document.documentElement.lang as Locale)]);
    return (props: Props) => <Worded of={of} first={first} part={<Part {...props} />} />;
  };
}

function Worded({ of, first, part }: { of: string; first: SaidIn; part: ReactNode }) {
  const { locale, words } = useWords(of, first);
  return (
    <NextIntlClientProvider locale={locale} messages={words} timeZone="Asia/Shanghai">
      {part}
    </NextIntlClientProvider>
  );
}

/** The words fetched with the part, and other ones once another language was chosen. */
function useWords(of: string, first: SaidIn): SaidIn {
  const locale = useLocale();
  const [said, setSaid] = useState(first);
  useEffect(() => {
    if (said.locale === locale) return;
    let isOver = false;
    fetchWords(of, locale).then(
      (found) => isOver || setSaid(found),
      // The part goes on in the language it was fetched in.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [of, locale, said.locale]);
  return said;
}

async function fetchWords(of: string, locale: Locale): Promise<SaidIn> {
  const answer = await fetch(`/api/words?${new URLSearchParams({ of, locale })}`);
  if (!answer.ok) throw new Error(`the words of ${of} did not come: ${answer.status}`);
  return { locale, words: await answer.json() };
}
