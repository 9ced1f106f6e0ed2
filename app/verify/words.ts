import { getTranslations } from "next-intl/server";
import { plainWords } from "@/app/_plain-pages/words";
import { formatFor } from "@/app/_ui/format/format-for";

/** Everything the page says on which sealed papers are checked, in the language of the request. */
export async function verifyWords(now: Date) {
  const [plain, verify] = await Promise.all([plainWords(now), getTranslations("verify")]);
  // Days with their year, whichever it is: a seal is checked years after.
  const whole = formatFor(plain.locale, new Date(0));
  return { ...plain, verify, at: whole.happened };
}

export type VerifyWords = Awaited<ReturnType<typeof verifyWords>>;
