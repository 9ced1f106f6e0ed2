import { actOf, sendAnswer } from "@/app/_guest/answers";
import type { SigningAct } from "@/app/_guest/signing-page";
import { seeOther } from "@/app/_plain-pages/answer";
import { holdingCookie, markOf } from "@/app/_trpc/place-cookie";
import { refusedForm, takenForm } from "../forms";
import { doneIn, entryPage, type PlaceRequest, placeOf, placePage, refusedPage } from "../place";
import { sendSigning, signingActOf } from "../signing";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ place: string }> };

/** The page of one link, as this browser holds it: digits, invitation, or when and where. Reloading it changes nothing. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const place = await placeOf(request, params);
  return place instanceof Response ? place : placePage(place, { done: doneIn(request) });
}

/** Takes a form of that page; what was taken leads back to the page, what was refused is shown again as it was typed. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const place = await placeOf(request, params);
  const form = await takenForm(request);
  if (form instanceof Response) return form;
  if (place instanceof Response) return place;
  if (!(form instanceof URLSearchParams)) return refusedForm(place.words, request, form);
  if (form.get("mark") !== markOf(place.held)) return refusedForm(place.words, request, 403);
  if (form.get("act") === "open") return open(place, form);
  return answer(place, form);
}

/** The digits: right ones open a visit; an answer that was sent when the one before was over is shown to be sent again. */
async function open(place: PlaceRequest, form: URLSearchParams): Promise<Response> {
  const { caller, held, path, refuse } = place;
  const typed = form.get("phoneEnd") ?? "";
  const unsent = form.get("unsent") ?? undefined;
  if (!typed.trim()) return entryPage(place, { unsent, isMissing: true });
  try {
    const { visit } = await caller.links.open({ token: held.token, phoneEnd: typed });
    const inside = { ...place, held: { ...held, visit } };
    const cookies = [holdingCookie(path, inside.held)];
    const before = new URLSearchParams(unsent ?? "");
    const act = actOf(before);
    if (!act) return seeOther(path, cookies);
    return placePage(inside, { sent: { act, form: before, refused: null, missing: null }, cookies });
  } catch (error) {
    return entryPage(place, { unsent, typed: typed.slice(0, 4), refused: refuse(error) });
  }
}

async function answer(place: PlaceRequest, form: URLSearchParams): Promise<Response> {
  const { caller, held, path, refuse } = place;
  const signing = signingActOf(form);
  if (signing) return sign(place, signing, form);
  const act = actOf(form);
  if (!act) return refusedForm(place.words, place.request, 403);
  try {
    const { invitation, asking } = await caller.links.read({ visit: held.visit ?? "" });
    const offers = (invitation ?? asking)?.offers ?? [];
    const done = await sendAnswer(caller, { act, visit: held.visit ?? "", form, offers });
    return seeOther(done ? `${path}?done=${done}` : path);
  } catch (error) {
    return refusedPage(place, act, form, refuse(error));
  }
}

/** A signature or a refusal of it; what is missing is said on the page again, without asking anything of the server. */
async function sign(place: PlaceRequest, act: SigningAct, form: URLSearchParams): Promise<Response> {
  try {
    const missing = await sendSigning(place, act, form);
    if (!missing) return seeOther(place.path);
    return placePage(place, { signing: { act, form, refused: null, missing }, status: 400 });
  } catch (error) {
    const refused = place.refuse(error);
    return placePage(place, { signing: { act, form, refused, missing: null }, status: refused.status });
  }
}
