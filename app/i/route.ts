import { codePage } from "@/app/_guest/entry-pages";
import { guestWords } from "@/app/_guest/words";
import { pageAnswer, seeOther } from "@/app/_plain-pages/answer";
import { nonceOf } from "@/app/_plain-pages/page";
import { holdingCookie, newPlace, pathOfPlace } from "@/app/_trpc/place-cookie";
import { refusedBy } from "@/app/_trpc/refused";
import { strangersCaller } from "@/app/_trpc/stranger";
import { refusedForm, takenForm } from "./forms";
import { entryPage } from "./place";

export const dynamic = "force-dynamic";

/** Where links and codes begin. A link's token stands behind # in the address: the page posts it, and nobody else sees it. */
export async function GET(request: Request): Promise<Response> {
  const words = await guestWords(strangersCaller(request.headers).now);
  return pageAnswer(codePage(words, { nonce: nonceOf(request.headers) }));
}

/** The longest text that could be a token or a code. */
const longest = 200;

/**
 * Takes a token, which a script posts and which is answered at once, or a typed code, which leads to the page of its link:
 * there is no script then that could put the address right, and a reload would post the code again.
 */
export async function POST(request: Request): Promise<Response> {
  const { caller, now, requestId } = strangersCaller(request.headers);
  const words = await guestWords(now);
  const nonce = nonceOf(request.headers);
  const form = await takenForm(request);
  if (!(form instanceof URLSearchParams)) return form instanceof Response ? form : refusedForm(words, request, form);
  const sent = form.get("token");
  // A sign that is cut in half could stand in no cookie.
  const token = (sent || tokenIn(form.get("code") ?? "")).slice(0, longest).replace(/[\uD800-\uDFFF]/gu, "");
  if (!token) return pageAnswer(codePage(words, { nonce, isMissing: true }), { status: 400 });
  const path = pathOfPlace(newPlace());
  if (!path) throw new Error("a new place has no path");
  const held = { token, visit: null };
  const cookies = [holdingCookie(path, held)];
  if (!sent) return seeOther(path, cookies);
  const refuse = (error: unknown) => refusedBy(error, requestId);
  return entryPage({ request, path, held, words, nonce, caller, refuse }, { isPosted: true, cookies });
}

/** The code as it was typed, or the token of a whole link that was pasted. */
const tokenIn = (typed: string): string => typed.trim().split("#").at(-1) ?? "";
