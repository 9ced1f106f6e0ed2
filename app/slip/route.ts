import { pageAnswer } from "@/app/_plain-pages/answer";
import { languageAnswer, languageAskedAgain } from "@/app/_plain-pages/language";
import { nonceOf } from "@/app/_plain-pages/page";
import { refusedBy } from "@/app/_trpc/refused";
import { strangersCaller } from "@/app/_trpc/stranger";
import { postedForm } from "@/app/api/posted-form";
import { longestCode, slipPage } from "./pages";
import { slipWords } from "./words";

export const dynamic = "force-dynamic";

/** The page that asks for the code of a slip; one that a camera read stands behind # and is posted by the page. */
export async function GET(request: Request): Promise<Response> {
  const words = await slipWords(strangersCaller(request.headers).now);
  return pageAnswer(slipPage(words, { nonce: nonceOf(request.headers) }));
}

/** Answers to a code with the stage of its matter; the code is kept nowhere. */
export async function POST(request: Request): Promise<Response> {
  const { caller, now, requestId } = strangersCaller(request.headers);
  const words = await slipWords(now);
  const nonce = nonceOf(request.headers);
  const form = await postedForm(request);
  const refuse = (said: string, status: number, code = "", headers = {}) =>
    pageAnswer(slipPage(words, { nonce, code, said }), { status, headers });
  if (form === 403) return refuse(words.slips("page.foreign"), 403);
  if (form === 413) return refuse(words.slips("page.unknown"), 413);
  const code = form.get("code")?.slice(0, longestCode).trim() ?? "";
  const language = form.get("act") === "language" && (code ? languageAskedAgain : languageAnswer)(request, form);
  if (language) return language;
  if (!code) return refuse(words.slips("page.need"), 400);
  try {
    const known = await caller.slips.stage({ code });
    return known ? pageAnswer(slipPage(words, { nonce, code, known })) : refuse(words.slips("page.unknown"), 404, code);
  } catch (error) {
    const refused = refusedBy(error, requestId);
    return refuse(words.problem(refused.problem), refused.status, code, refused.headers);
  }
}
