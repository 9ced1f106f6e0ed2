import { pageAnswer } from "@/app/_plain-pages/answer";
import { languageAnswer } from "@/app/_plain-pages/language";
import { nonceOf } from "@/app/_plain-pages/page";
import { refusedBy } from "@/app/_trpc/refused";
import { strangersCaller } from "@/app/_trpc/stranger";
import { withPostedFile } from "@/app/api/posted-file";
import { postedForm } from "@/app/api/posted-form";
import { isOwnUpload } from "@/app/api/trpc/[trpc]/same-origin";
import { comparedWith, traceOf } from "./compare";
import { longestCode, type Outcome, verifyPage } from "./pages";
import { type VerifyWords, verifyWords } from "./words";

export const dynamic = "force-dynamic";

/** Several times the longest agreement; what is larger is none. */
const fileBytes = 8 * 1024 * 1024;

/** The page, with the code of the address that a camera read written into its field. */
export async function GET(request: Request): Promise<Response> {
  const words = await verifyWords(strangersCaller(request.headers).now);
  const code = new URL(request.url).searchParams.get("code")?.slice(0, longestCode) ?? "";
  return pageAnswer(verifyPage(words, { nonce: nonceOf(request.headers), code }));
}

/** Answers to a file or a code with what is known of it; nothing is kept of either. */
export async function POST(request: Request): Promise<Response> {
  const { caller, now, requestId, address } = strangersCaller(request.headers);
  const words = await verifyWords(now);
  const nonce = nonceOf(request.headers);
  const shown = (outcome: Outcome, code: string, status = 200, headers = {}) =>
    pageAnswer(verifyPage(words, { nonce, code, outcome }), { status, headers });
  const isFile = isOwnUpload(request);
  const form = isFile ? null : await postedForm(request);
  if (form === 403 || form === 413) return shown(refusal(words, form === 403 ? "foreign" : "tooLarge"), "", form);
  const code = form?.get("code")?.slice(0, longestCode).trim() ?? "";
  if (form?.get("act") === "language")
    return languageAnswer(request, form, code ? `?code=${encodeURIComponent(code)}` : "");
  try {
    if (form && !code) return shown(refusal(words, "needCode"), "", 400);
    if (form) return shown(await byCode(caller, code), code);
    const outcome = await withPostedFile(request, { most: fileBytes, address }, (file) => byFile(caller, file));
    if (outcome === 413) return shown(refusal(words, "tooLarge"), "", 413);
    return outcome ? shown(outcome, "") : shown(refusal(words, "needFile"), "", 400);
  } catch (error) {
    const refused = refusedBy(error, requestId);
    return shown({ is: "refused", said: words.problem(refused.problem) }, code, refused.status, refused.headers);
  }
}

type Caller = ReturnType<typeof strangersCaller>["caller"];

async function byCode(caller: Caller, code: string): Promise<Outcome> {
  const known = await caller.sealedPapers.check({ code });
  return known ? { is: "code", known } : { is: "unknownCode", code };
}

async function byFile(caller: Caller, file: Buffer): Promise<Outcome> {
  const known = await caller.sealedPapers.check(traceOf(file));
  return known ? { is: "file", known, compared: comparedWith(file, known) } : { is: "unknownFile" };
}

const refusal = ({ verify }: VerifyWords, why: "foreign" | "tooLarge" | "needFile" | "needCode"): Outcome => ({
  is: "refused",
  said: verify(why),
});
