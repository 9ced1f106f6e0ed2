import { getLocale, getTranslations } from "next-intl/server";
import { problemValues } from "@/app/_ui/feedback/problem-values";
import { formatFor } from "@/app/_ui/format/format-for";
import type { Locale } from "@/db/vocabulary";

/** Everything the page says on which sealed papers are checked, in the language of the request. */
export async function verifyWords(now: Date) {
  const [locale, verify, problems, frame, ties] = await Promise.all([
    getLocale(),
    getTranslations("verify"),
    getTranslations("problems"),
    getTranslations("frame"),
    getTranslations("vocabulary.tieKinds"),
  ]);
  const f = formatFor(locale, now);
  // Days with their year, whichever it is: a seal is checked years after.
  const whole = formatFor(locale, new Date(0));
  const languages: Record<Locale, string> = { "zh-CN": frame("languages.zh-CN"), en: frame("languages.en") };
  const layout = { product: frame("product"), languages };
  /** The sentence of a refusal; of one without a sentence, that it did not work. */
  const problem = (given: { code: string; params?: Record<string, string | number> }): string => {
    const values = problemValues(given, { locale, tie: ties, dateTime: f.dateTime });
    return problems.has(given.code as never) ? problems(given.code as never, values as never) : problems("unexpected");
  };
  return { locale, verify, layout, problem, at: whole.happened };
}

export type VerifyWords = Awaited<ReturnType<typeof verifyWords>>;
