import { forceName } from "@/app/_admin/force-name";
import { roleOf } from "@/app/_invitations/force-words";
import { telephone } from "@/app/_plain-pages/addresses";
import { type Html, html } from "@/app/_plain-pages/html";
import { formatPhone } from "@/app/_ui/format/format-number";
import { square } from "@/app/_ui/text/shapes";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import type { GuestWords } from "./words";

const soonMs = 6 * 3_600_000;

/** Who asks and until when they wait for an answer, or what was answered; their number, to call and on paper. */
export function invitationHead(words: GuestWords, invitation: OwnInvitation, name: string): Html {
  const { invitations: t, guest, f } = words;
  const { from, isOpen, number, sentAt } = invitation;
  const whoAsks = [from.post, from.unit].filter(Boolean).join(words.locale === "en" ? " · " : "　");
  const title = isOpen ? t("askedBy", { name: from.name }) : t("closed", { number });
  const call = from.phone
    ? html`<a class="button" data-screen href="${telephone(from.phone)}">${t("call")}<span class="hidden">${t("callWhom", { name: from.name })}</span></a>`
    : null;
  return html`<div class="head">
    <div>
    <h1>${title}</h1>
    <p class="quiet">${isOpen ? whoAsks : f.dateTime(sentAt)}</p>${answerBy(words, invitation)}</div>${call}</div>
    <p class="quiet">${guest("you", { name })}</p>${from.phone ? html`<p data-paper>${guest("slip.call", { name: from.name, phone: formatPhone(from.phone) })}</p>` : null}`;
}

type Answered = Pick<OwnInvitation, "isWaiting" | "status" | "answerBy" | "answeredAt" | "deputy" | "isDeputised">;

/** Until when they may answer, or what was answered. */
export function answerBy({ invitations: t, f, now }: GuestWords, invitation: Answered): Html {
  const { isWaiting, status, answerBy: by, answeredAt, deputy, isDeputised } = invitation;
  if (isWaiting) {
    const isSoon = Date.parse(by) - now.getTime() < soonMs;
    return html`<p class="${isSoon ? "note amber" : "quiet"}"><time datetime="${by}">${t("answerBy", { at: f.nearDay(by) })}</time></p>`;
  }
  // Naming a deputy is not a plain refusal.
  if (deputy) return html`<p class="note plain">${t("named", { name: deputy })}</p>`;
  const at = answeredAt ? f.dayTime(answeredAt) : "";
  return html`<p class="note plain">${t(`state.${isDeputised ? "deputised" : status}`, { at })}</p>`;
}

const lastPlace = 7;
const columns = [0, 9.6, 19.2];
/** The eight helpers around the lead, as app/_seats/glyph.tsx draws them. */
const corners = columns.flatMap((y) => columns.map((x) => ({ x, y }))).filter(({ x, y }) => x !== 9.6 || y !== 9.6);

/** Which seat, what is expected there, and the two neutral sentences. */
export function seatSheet({ invitations: t, locale }: GuestWords, invitation: OwnInvitation): Html {
  const { force, roleAsked, neutralSummary } = invitation;
  const mine = force.seat <= lastPlace ? corners[force.seat] : undefined;
  const rest = corners.map(({ x, y }) => (mine?.x === x && mine.y === y ? "" : square(x + 0.6, y + 0.6, 6.8))).join("");
  const own = mine ? square(mine.x + 0.5, mine.y + 0.5, 7) : "";
  return html`<section class="sheet">
    <div class="seat">
    <svg viewBox="-1 -1 29.2 29.2" width="56" height="56" aria-hidden="true">
    <path class="rest" d="${rest}"/>
    <path class="own" d="${own}"/>
    <rect class="mid" x="9" y="9" width="9.2" height="9.2" rx="1.4"/></svg>
    <div>
    <h2>${t("seat", { force: forceName(force, locale) })}</h2>
    <p class="quiet">${roleAsked || t(`roles.${roleOf(force)}`)}</p></div></div>${neutralSummary ? html`<p class="line">${neutralSummary}</p>` : null}</section>`;
}
