import { createTranslator } from "use-intl/core";
import { catalogues } from "@/app/_i18n/catalogues";
import { formatFor } from "@/app/_ui/format/format-for";
import { type Locale, locales } from "@/db/vocabulary";
import type { Office } from "@/server/notifications/parts/office";

type Voice = (key: string, filling: Readonly<Record<string, string | number>>) => string;

/** A translator of one language's messages; a missing word is an error here, never a key in somebody's letter. */
function voice(locale: Locale): Voice {
  return createTranslator({
    locale,
    messages: catalogues[locale],
    namespace: "messages",
    timeZone: "Asia/Shanghai",
    onError: (error) => {
      throw error;
    },
  }) as unknown as Voice;
}
const voices = Object.fromEntries(locales.map((locale) => [locale, voice(locale)])) as Record<Locale, Voice>;

/** The catalogues' words and dates for whoever speaks without a page. */
export const spoken: Pick<Office, "speak" | "span" | "moment"> = {
  speak: (locale, key, filling) => voices[locale](key, filling),
  span: (locale, from, to, now) => formatFor(locale, now).span(from, to),
  moment: (locale, at, now) => formatFor(locale, now).dateTime(at),
};
