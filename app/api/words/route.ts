import { wordsOf } from "@/app/_i18n/words-of";
import { locales } from "@/db/vocabulary";

/**
 * GET ?of=_board/seat-panel&locale=en: the words of a part of a page that the browser fetches later. They are the same for
 * everybody and name nobody, so that nobody has to be signed in.
 */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams;
  const locale = locales.find((one) => one === asked.get("locale"));
  const words = locale ? wordsOf(asked.get("of") ?? "", locale) : null;
  return words ? Response.json(words) : new Response(null, { status: 404 });
}
