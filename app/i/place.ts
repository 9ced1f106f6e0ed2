import { v7, validate } from "uuid";
import { sentOf } from "@/app/_guest/answers";
import type { FormBasics, GuestAct, Sent } from "@/app/_guest/asked";
import { askingPage } from "@/app/_guest/asking-page";
import { askAgain, codePage, deadPage, digitsPage, failedPage } from "@/app/_guest/entry-pages";
import { type Done, done, invitationPage } from "@/app/_guest/invitation-page";
import type { SigningSent } from "@/app/_guest/signing-page";
import { type GuestWords, guestWords } from "@/app/_guest/words";
import { pageAnswer } from "@/app/_plain-pages/answer";
import { nonceOf } from "@/app/_plain-pages/page";
import { type HeldLink, heldLink, markOf, pathOfPlace } from "@/app/_trpc/place-cookie";
import { type Refused, refusedBy } from "@/app/_trpc/refused";
import { strangersCaller } from "@/app/_trpc/stranger";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import { signingHtml } from "./signing";

/** A request for a page of one link: what the browser holds of it, and how to answer. */
export interface PlaceRequest {
  request: Request;
  path: `/i/${string}`;
  held: HeldLink;
  words: GuestWords;
  nonce: string | null;
  caller: ReturnType<typeof strangersCaller>["caller"];
  /** What was thrown, as a refusal of this request. */
  refuse: (error: unknown) => Refused;
}

/** Reads the address and the cookie; the answer, where this browser holds no link under this address. */
export async function placeOf(request: Request, params: Promise<{ place: string }>): Promise<PlaceRequest | Response> {
  const { caller, now, requestId } = strangersCaller(request.headers);
  const words = await guestWords(now);
  const nonce = nonceOf(request.headers);
  const path = pathOfPlace((await params).place);
  const held = path ? heldLink(request.headers) : null;
  if (!path || !held) return pageAnswer(codePage(words, { nonce, isOver: true }), { status: 404 });
  return { request, path, held, words, nonce, caller, refuse: (error) => refusedBy(error, requestId) };
}

/** How a page is answered besides what it shows. */
interface Shown {
  sent?: Sent | null;
  /** What a signer sent and was not taken. */
  signing?: SigningSent | null;
  done?: Done | null;
  status?: number;
  cookies?: readonly string[];
}

/** The page of a link: the invitation within a visit, else the question for the digits, else why it opens nothing. */
export async function placePage(place: PlaceRequest, shown: Shown = {}): Promise<Response> {
  const { held, caller, refuse } = place;
  if (!held.visit) return entryPage(place);
  try {
    const { visit } = held;
    const visited = await caller.links.read({ visit });
    const { words, nonce } = place;
    const { sent = null, done: said = null, status, cookies } = shown;
    const given = { ...basicsOf(place, sent), name: visited.name, until: visited.until, nonce, done: said };
    const page = visited.signing
      ? signingHtml(place, visited.signing, shown.signing ?? null)
      : visited.invitation
        ? invitationPage(words, { ...given, ...visited, deputies: await deputiesFor(place, visited.invitation) })
        : askingPage(words, { ...given, asking: visited.asking });
    const headers = (sent ?? shown.signing)?.refused?.headers ?? {};
    return pageAnswer(page, { status: status ?? 200, cookies: cookies ?? [], headers });
  } catch (error) {
    const refused = refuse(error);
    return refused.problem.code === "linkDead"
      ? entryPage(place, { sent: shown.sent ?? null, isOver: true })
      : failed(place, refused);
  }
}

/** Whom they may name instead, while they are asked. */
const deputiesFor = async ({ caller, held }: PlaceRequest, { isWaiting, isOpen }: OwnInvitation) =>
  isWaiting && isOpen ? caller.links.deputies({ visit: held.visit ?? "" }) : [];

function basicsOf({ request, path, held }: PlaceRequest, sent: Sent | null): FormBasics {
  const again = sent?.form.get("key") ?? "";
  const isReused = sent?.refused?.problem.code === "keyReused";
  const keyFor = (at: string) => (sent?.form.get("at") === at && validate(again) && !isReused ? again : v7());
  return { path, mark: markOf(held), keyFor, sent, userAgent: request.headers.get("user-agent") };
}

interface Entry {
  /** What they sent when their visit was over. */
  sent?: Sent | null;
  unsent?: string | undefined;
  isOver?: boolean;
  typed?: string;
  refused?: Refused;
  isMissing?: boolean;
  /** It answers a token that a script has posted: another puts the address right. */
  isPosted?: boolean;
  cookies?: readonly string[];
}

/** Asks for the digits of the phone, while the link opens anything. */
export async function entryPage(place: PlaceRequest, entry: Entry = {}): Promise<Response> {
  const { path, held, words, nonce, caller, refuse } = place;
  try {
    const { station: name, stationEn, asks: factor } = await caller.links.peek({ token: held.token });
    const station = words.locale === "en" && stationEn ? `${name} ${stationEn}` : name;
    const { sent, refused, cookies = [] } = entry;
    const unsent = entry.unsent ?? (sent ? sent.form.toString() : undefined);
    const status = refused?.status ?? (entry.isMissing ? 400 : sent ? 409 : 200);
    const asks = { ...entry, ...(unsent ? { unsent } : {}), refused: refused ?? null };
    const page = digitsPage(words, { ...asks, nonce, path, mark: markOf(held), station, factor });
    return pageAnswer(page, { status, cookies, headers: refused?.headers ?? {} });
  } catch (error) {
    const refused = refuse(error);
    if (refused.problem.code !== "linkDead") return failed(place, refused, entry.cookies);
    return pageAnswer(deadPage(words, { nonce, refused }), { status: refused.status });
  }
}

/** Nothing could be shown: too many tries, or the database is away. What a form held stays in the browser's own memory of it. */
export function failed(
  { words, nonce, path }: PlaceRequest,
  refused: Refused,
  cookies: readonly string[] = [],
): Response {
  const code = refused.reference ? ` ${words.errorCode(refused.reference)}` : "";
  const said = `${words.problem(refused.problem)}${code}`;
  const page = failedPage(words, { nonce, said, again: askAgain(words, path) });
  return pageAnswer(page, { status: refused.status, cookies, headers: refused.headers });
}

/** The page again with what was sent and why it was not taken. */
export function refusedPage(
  place: PlaceRequest,
  act: GuestAct,
  form: URLSearchParams,
  refused: Refused,
): Promise<Response> {
  return placePage(place, { sent: sentOf(act, form, refused), status: refused.status });
}

/** What the address says was done before. */
export const doneIn = (request: Request): Done | null => {
  const said = new URL(request.url).searchParams.get("done");
  return done.find((one) => one === said) ?? null;
};
