import { getTranslations } from "next-intl/server";
import { plainWords } from "@/app/_plain-pages/words";
import { formatFor } from "@/app/_ui/format/format-for";

/** Everything the page says to which the code of a registration's slip leads, in the language of the request. */
export async function slipWords(now: Date) {
  const [plain, slips] = await Promise.all([plainWords(now), getTranslations("slips")]);
  return { ...plain, slips, day: formatFor(plain.locale, new Date(0)).day };
}

export type SlipWords = Awaited<ReturnType<typeof slipWords>>;
