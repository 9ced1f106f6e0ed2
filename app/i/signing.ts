import { v7, validate } from "uuid";
import { strokesIn } from "@/app/_guest/signing-pad";
import type { SigningAct, SigningSent } from "@/app/_guest/signing-page";
import { signingActs, signingDocument } from "@/app/_guest/signing-page";
import type { GuestWords } from "@/app/_guest/words";
import type { Html } from "@/app/_plain-pages/html";
import { type HeldLink, markOf } from "@/app/_trpc/place-cookie";
import type { strangersCaller } from "@/app/_trpc/stranger";
import type { SigningPage } from "@/server/signing/reads/signing-page";

/** The link of a signer as this browser holds it, and whom to ask. */
interface SigningPlace {
  path: `/i/${string}`;
  held: HeldLink;
  words: GuestWords;
  nonce: string | null;
  caller: ReturnType<typeof strangersCaller>["caller"];
}

/** Which act of a signer a form is for; null for another form. */
export const signingActOf = (form: URLSearchParams): SigningAct | null =>
  signingActs.find((one) => one === form.get("act")) ?? null;

/** The page of whoever was asked to sign; a form that was refused keeps its key, so that sending it again is the same act. */
export function signingHtml(place: SigningPlace, signing: SigningPage, sent: SigningSent | null): Html {
  const { words, nonce, path, held } = place;
  const again = sent?.form.get("key") ?? "";
  const isReused = sent?.refused?.problem.code === "keyReused";
  const keyFor = (at: SigningAct) => (sent?.act === at && validate(again) && !isReused ? again : v7());
  return signingDocument(words, { nonce, path, mark: markOf(held), keyFor, signing, sent });
}

/** Sends what a form says to its procedure; gives what is missing in it, or null once it was taken. Throws every refusal. */
export async function sendSigning(
  { caller, held }: Pick<SigningPlace, "caller" | "held">,
  act: SigningAct,
  form: URLSearchParams,
): Promise<SigningSent["missing"]> {
  const given = { visit: held.visit ?? "", key: form.get("key") ?? "" };
  if (act === "refuse") {
    const reason = form.get("reason")?.trim() ?? "";
    if (!reason) return "reason";
    await caller.links.refuse({ ...given, input: { reason } });
    return null;
  }
  if (form.get("voluntary") !== "yes" || form.get("understood") !== "yes") return "ticks";
  const strokes = strokesIn(form.get("strokes") ?? "");
  await caller.links.sign({ ...given, input: { strokes, isVoluntary: true, isUnderstood: true } });
  return null;
}
