import { getLocale, getTranslations } from "next-intl/server";
import { problemValues } from "@/app/_ui/feedback/problem-values";
import { formatFor } from "@/app/_ui/format/format-for";
import type { Locale } from "@/db/vocabulary";

/** What every plain page says, in the language of the request: its frame, times, and the sentences of refusals. */
export async function plainWords(now: Date) {
  const [locale, problems, frame, ties] = await Promise.all([
    getLocale(),
    getTranslations("problems"),
    getTranslations("frame"),
    getTranslations("vocabulary.tieKinds"),
  ]);
  const f = formatFor(locale, now);
  const languages: Record<Locale, string> = { "zh-CN": frame("languages.zh-CN"), en: frame("languages.en") };
  /** The sentence of a refusal; of one without a sentence, that it did not work. */
  const problem = (given: { code: string; params?: Record<string, string | number> }): string => {
    const values = problemValues(given, { locale, tie: ties, dateTime: f.dateTime, date: f.date });
    return problems.has(given.code as never) ? problems(given.code as never, values as never) : problems("unexpected");
  };
  return { locale, f, layout: { product: frame("product"), languages }, problem };
}
