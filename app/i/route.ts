import { codePage } from "@/app/_guest/entry-pages";
import { guestWords } from "@/app/_guest/words";
import { pageAnswer, seeOther } from "@/app/_plain-pages/answer";
import { nonceOf } from "@/app/_plain-pages/page";
import { holdingCookie, newPlace, pathOfPlace } from "@/app/_trpc/place-cookie";
import { strangersCaller } from "@/app/_trpc/stranger";
import { refusedForm, takenForm } from "./forms";

export const dynamic = "force-dynamic";

/** Where links and codes begin. A link's token stands behind # in the address: the page posts it, and nobody else sees it. */
export async function GET(request: Request): Promise<Response> {
  const words = await guestWords(strangersCaller(request.headers).now);
  return pageAnswer(codePage(words, { nonce: nonceOf(request.headers) }));
}

/** The longest text that could be a token or a code. */
const longest = 200;

/** Takes a token or a typed code and leads to the page of its link, whose address says nothing of it. Asks nothing yet. */
export async function POST(request: Request): Promise<Response> {
  const words = await guestWords(strangersCaller(request.headers).now);
  const form = await takenForm(request);
  if (!(form instanceof URLSearchParams)) return form instanceof Response ? form : refusedForm(words, request, form);
  const token = (form.get("token") || tokenIn(form.get("code") ?? "")).slice(0, longest);
  if (!token) return pageAnswer(codePage(words, { nonce: nonceOf(request.headers), isMissing: true }), { status: 400 });
  const path = pathOfPlace(newPlace());
  if (!path) throw new Error("a new place has no path");
  return seeOther(path, [holdingCookie(path, { token, visit: null })]);
}

/** The code as it was typed, or the token of a whole link that was pasted. */
const tokenIn = (typed: string): string => typed.trim().split("#").at(-1) ?? "";
