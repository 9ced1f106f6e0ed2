import { createTranslator } from "use-intl/core";
import { catalogues } from "@/app/_i18n/catalogues";
import { plainFormatFor } from "@/app/_ui/format/format-for";
import { type Locale, locales } from "@/db/vocabulary";
import type { Messaging } from "@/server/notifications/parts/messaging";

type Translate = (key: string, filling: Readonly<Record<string, string | number>>) => string;

/** A translator of one language's messages; a missing word throws, so that no message is sent with a key in its place. */
function translatorOf(locale: Locale): Translate {
  return createTranslator({
    locale,
    messages: catalogues[locale],
    namespace: "messages",
    timeZone: "Asia/Shanghai",
    onError: (error) => {
      throw error;
    },
  }) as unknown as Translate;
}
const translators = Object.fromEntries(locales.map((locale) => [locale, translatorOf(locale)])) as Record<
  Locale,
  Translate
>;

/** The catalogues' words and dates for the worker, which has no page to render them. */
export const messageTexts: Pick<Messaging, "translate" | "span" | "moment" | "day"> = {
  translate: (locale, key, filling) => translators[locale](key, filling),
  span: (locale, from, to, now) => plainFormatFor(locale, now).span(from, to),
  moment: (locale, at, now) => plainFormatFor(locale, now).dateTime(at),
  day: (locale, on, now) => plainFormatFor(locale, now).day(on),
};
