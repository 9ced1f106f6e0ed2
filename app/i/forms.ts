import { askAgain, failedPage } from "@/app/_guest/entry-pages";
import type { GuestWords } from "@/app/_guest/words";
import { localeCookieText } from "@/app/_i18n/locale-cookie";
import { pageAnswer, seeOther } from "@/app/_plain-pages/answer";
import { nonceOf } from "@/app/_plain-pages/page";
import { postedForm } from "@/app/api/posted-form";
import { locales } from "@/db/vocabulary";

/** The fields of a form of these pages; the answer to one that chose a language; the status of one that is not taken. */
export async function takenForm(request: Request): Promise<URLSearchParams | Response | 403 | 413> {
  const form = await postedForm(request);
  if (!(form instanceof URLSearchParams) || form.get("act") !== "language") return form;
  const { pathname, protocol } = new URL(request.url);
  const locale = locales.find((one) => one === form.get("locale"));
  const isHttps = protocol === "https:" || (process.env.NEXTAUTH_URL?.startsWith("https://") ?? false);
  return seeOther(pathname, locale ? [localeCookieText(locale, isHttps)] : []);
}

/** Why a form was not taken, with the way back to the page. */
export function refusedForm(words: GuestWords, request: Request, status: 403 | 413): Response {
  const said = words.guest(status === 403 ? "entry.foreign" : "entry.tooLong");
  const again = askAgain(words, "/i");
  return pageAnswer(failedPage(words, { nonce: nonceOf(request.headers), said, again }), { status });
}
