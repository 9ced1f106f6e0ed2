import { onPage, ownPath } from "@/app/_plain-pages/addresses";
import { hidden } from "@/app/_plain-pages/fields";
import { type Html, html } from "@/app/_plain-pages/html";
import { note, problemNote } from "@/app/_plain-pages/notes";
import type { Deputy } from "@/server/invitations/reads/deputies";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import { type FormBasics, missingIn, refusedWhole, typedIn } from "./asked";
import { comingParts } from "./coming";
import { declineForm, deputyForm, discloseForm, proposeForm } from "./forms";
import { guestPage } from "./guest-page";
import { invitationHead, seatSheet } from "./invitation-head";
import { offerSheet, tieSheet, whenSheet } from "./sheets";
import type { GuestWords } from "./words";

/** What was done by the form before, said once on the page it leads to. */
export const done = ["deputyAsked", "deputyNotAsked", "proposed", "disclosed", "left"] as const;
export type Done = (typeof done)[number];

interface InvitationPage extends FormBasics {
  nonce: string | null;
  invitation: OwnInvitation;
  /** The guest's own name. */
  name: string;
  /** ISO; until when this page is readable without the digits. */
  until: string;
  deputies: readonly Deputy[];
  done: Done | null;
}

/** One invitation as a whole document: to answer while it waits, then when and where, until the session is over. */
export function invitationPage(words: GuestWords, page: InvitationPage): Html {
  const { invitation, name, nonce } = page;
  const main = html`${doneNote(words, page)}${otherRefusal(words, page)}${invitationHead(words, invitation, name)}${seatSheet(words, invitation)}${invitation.isWaiting ? waitingParts(words, page) : answeredParts(words, page)}`;
  return guestPage(words, { nonce, main });
}

function waitingParts(words: GuestWords, page: InvitationPage): Html {
  const { invitation, deputies } = page;
  const { offers, sessions, from, disclosure } = invitation;
  const told = { inviter: from.name, userAgent: page.userAgent };
  const t = words.invitations;
  const error = missingIn(page, "accept") === "noTie" ? t("tie.need") : null;
  const isTicked = typedIn(page, "accept", "noTie") === "yes";
  const when = offers.length > 0 ? offerSheet(words, offers) : whenSheet(words, sessions, told);
  const asks = html`${declineForm(words, page, invitation)}${proposeForm(words, page, invitation)}${deputyForm(words, page, deputies)}${disclosure === "none" ? discloseForm(words, page, invitation) : null}`;
  return html`${tieSheet(words, invitation, { isTicked, error })}${proposedNote(words, invitation)}${when}${asks}${acceptFoot(words, page)}`;
}

/** The filled button repeats the hour it promises; the others open their forms. */
function acceptFoot(words: GuestWords, page: InvitationPage): Html {
  const { invitations: t, f } = words;
  const { path, mark, keyFor, invitation } = page;
  const { offers, sessions, disclosure } = invitation;
  const held = offers.find((one) => one.isHeld) ?? null;
  const first = held ?? sessions.find((session) => session.status === "booked");
  const go = first ? t("acceptAt", { at: f.dateTime(first.startsAt) }) : t("accept");
  const refused = refusedWhole(page, "accept");
  const accept = disclosure === "asked" ? null : html`<button class="button go">${go}</button>`;
  const given = [
    ["act", "accept"],
    ["at", "accept"],
    ["mark", mark],
    ["key", keyFor("accept")],
    ["startsAt", held?.startsAt ?? ""],
  ] as const;
  const form = html`<form class="form" id="accept" method="post" action="${ownPath(path)}" novalidate>
    ${given.map(([name, value]) => hidden(name, value))}${accept}</form>`;
  return html`<p class="quiet" data-screen>${words.guest("foot")}</p>
    <div class="foot">${refused ? problemNote(words.problem(refused.problem), words.errorCode(refused.reference)) : null}${form}
    <div class="row">
    <a class="button" href="${onPage("propose")}">${t("other")}</a>
    <a class="button" href="${onPage("deputy")}">${t("colleague")}</a>
    <a class="button" href="${onPage("decline")}">${t("decline")}</a></div></div>`;
}

/** The hours this person has proposed instead. */
function proposedNote({ invitations: t, f }: GuestWords, { proposals, from }: OwnInvitation): Html | null {
  if (proposals.length === 0) return null;
  const times = proposals.map((one) => f.dateTime(one.startsAt)).join(t("comma"));
  return note(t("proposed", { times, name: from.name }));
}

function answeredParts(words: GuestWords, page: InvitationPage): Html {
  const { guest, f } = words;
  const { invitation, until, userAgent } = page;
  const { status, from, isOpen, sessions } = invitation;
  const isComing = isOpen && status === "accepted";
  const after = status === "accepted" || status === "declined" ? status : "closed";
  const said = html`<section class="sheet" data-screen>
    <p>${guest(`after.${after}`, { name: from.name })}</p>
    <p class="quiet">${isComing ? guest("opens") : guest("until", { at: f.time(until) })}</p></section>`;
  return html`${isComing ? whenSheet(words, sessions, { inviter: from.name, userAgent }) : null}${said}${isComing ? comingParts(words, page, invitation) : null}`;
}

/** What they sent was refused, and the form it came from is not on the page any more: somebody was faster. */
function otherRefusal(words: GuestWords, page: InvitationPage): Html | null {
  const { sent, invitation } = page;
  if (!sent?.refused) return null;
  const isComing = invitation.isOpen && invitation.status === "accepted";
  const isShown = invitation.isWaiting
    ? sent.act !== "leave" && !(sent.act === "disclose" && invitation.disclosure !== "none")
    : isComing &&
      (sent.act === "decline" ||
        (sent.act === "leave" && invitation.sessions.some(({ id }) => id === sent.form.get("sessionId"))));
  if (isShown) return null;
  const typed = sent.form.get("note");
  return html`${problemNote(words.problem(sent.refused.problem), words.errorCode(sent.refused.reference))}${typed ? html`<p class="sheet">${typed}</p>` : null}`;
}

function doneNote(words: GuestWords, { done: said, invitation: { from } }: InvitationPage): Html | null {
  const { invitations: t, cannot } = words;
  if (said === "deputyAsked") return note(words.guest("deputyAsked"));
  if (said === "deputyNotAsked") return note(words.guest("deputyNotAsked"));
  if (said === "proposed") return note(t("proposedNote", { name: from.name }));
  if (said === "disclosed") return note(t("discloseForm.done", { name: from.name }));
  if (said === "left") return note(cannot("leave.done", { name: from.name }));
  return null;
}
