import { onPage, ownPath } from "@/app/_plain-pages/addresses";
import { hidden } from "@/app/_plain-pages/fields";
import { type Html, html } from "@/app/_plain-pages/html";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import type { FormBasics } from "./asked";
import { askForm, reasonFields } from "./forms";
import type { GuestWords } from "./words";

/** What somebody who has accepted can do until their session: put it into their calendar, and say that they cannot come. */
export function comingParts(words: GuestWords, basics: FormBasics, invitation: OwnInvitation): Html {
  const { invitations: t, cannot, guest, f } = words;
  const coming = invitation.sessions.filter((session) => session.status === "booked");
  const leaveSession = coming.map((session) => ({ session, id: `leave-${session.id}` }));
  const calendar = html`<a class="button" href="${ownPath(`${basics.path}/calendar.ics`)}">${guest("calendar")}</a>`;
  const buttons = leaveSession.map(({ session, id }) => {
    const which = coming.length > 1 ? html` <span>${f.dateTime(session.startsAt)}</span>` : null;
    return html`<a class="button stop" href="${onPage(id)}">${cannot("cannot")}${which}</a>`;
  });
  const all = coming.length > 0 ? cannot("leave.extents.matter") : t("cannotCome");
  const giveUp = html`<a class="button stop" href="${onPage("decline")}">${all}</a>`;
  return html`<div class="row" data-screen>${coming.length > 0 ? calendar : null}${buttons}${giveUp}</div>
    ${leaveSession.map(({ session, id }) => leaveForm(words, basics, invitation, session.id, id))}
    ${giveUpForm(words, basics, invitation, coming.length)}`;
}

function leaveForm(
  words: GuestWords,
  basics: FormBasics,
  { from }: OwnInvitation,
  sessionId: string,
  id: string,
): Html {
  const t = words.cannot;
  const body = html`${hidden("sessionId", sessionId)}<p>${t("leave.follows.session", { name: from.name })}</p>${reasonFields(words, basics, "leave", id)}`;
  const say = { title: t("leave.title"), keep: t("leave.keep"), go: t("leave.go") };
  return askForm(words, basics, { id, act: "leave", ...say, isStop: true, body });
}

function giveUpForm(words: GuestWords, basics: FormBasics, { from }: OwnInvitation, count: number): Html {
  const t = words.cannot;
  const follows = html`<p>${t("leave.follows.matter", { name: from.name })}${count > 1 ? ` ${t("leave.others", { count: count - 1 })}` : null}</p>`;
  const body = html`${follows}${reasonFields(words, basics, "decline", "decline", words.invitations("declineForm.noteHint"))}`;
  const say = { title: t("leave.title"), keep: t("leave.keep"), go: t("leave.extents.matter") };
  return askForm(words, basics, { id: "decline", act: "decline", ...say, isStop: true, body });
}
