import { askAgain, failedPage } from "@/app/_guest/entry-pages";
import type { GuestWords } from "@/app/_guest/words";
import { pageAnswer } from "@/app/_plain-pages/answer";
import { languageAnswer } from "@/app/_plain-pages/language";
import { nonceOf } from "@/app/_plain-pages/page";
import { postedForm } from "@/app/api/posted-form";

/** The fields of a form of these pages; the answer to one that chose a language; the status of one that is not taken. */
export async function takenForm(request: Request): Promise<URLSearchParams | Response | 403 | 413> {
  const form = await postedForm(request);
  if (!(form instanceof URLSearchParams) || form.get("act") !== "language") return form;
  return languageAnswer(request, form);
}

/** Why a form was not taken, with the way back to the page. */
export function refusedForm(words: GuestWords, request: Request, status: 403 | 413): Response {
  const said = words.guest(status === 403 ? "entry.foreign" : "entry.tooLong");
  const again = askAgain(words, "/i");
  return pageAnswer(failedPage(words, { nonce: nonceOf(request.headers), said, again }), { status });
}
