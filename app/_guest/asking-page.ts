import { onPage, ownPath, telephone } from "@/app/_plain-pages/addresses";
import { hidden } from "@/app/_plain-pages/fields";
import { type Html, html } from "@/app/_plain-pages/html";
import { note, problemNote } from "@/app/_plain-pages/notes";
import type { Asking } from "@/server/interpreters/reads/asking";
import { type FormBasics, refusedWhole } from "./asked";
import { declineForm, proposeForm } from "./forms";
import { guestPage } from "./guest-page";
import { answerBy } from "./invitation-head";
import type { Done } from "./invitation-page";
import { whenSheet } from "./sheets";
import type { GuestWords } from "./words";

interface AskingPage extends FormBasics {
  nonce: string | null;
  asking: Asking;
  /** The guest's own name. */
  name: string;
  /** ISO; until when this page is readable without the digits. */
  until: string;
  done: Done | null;
}

/** The question whether somebody interprets at a session, as a whole document: to answer, then when and where, until it is over. */
export function askingPage(words: GuestWords, page: AskingPage): Html {
  const { asking, nonce, done } = page;
  const said = done === "proposed" ? note(words.invitations("proposedNote", { name: asking.from.name })) : null;
  const main = html`${said}${otherRefusal(words, page)}${head(words, page)}${asking.isOpen ? whatFor(words, asking) : null}${asking.isWaiting ? waitingParts(words, page) : answeredParts(words, page)}`;
  return guestPage(words, { nonce, main });
}

function head(words: GuestWords, { asking, name }: AskingPage): Html {
  const { invitations: t, guest } = words;
  const { from } = asking;
  const whoAsks = [from.post, from.unit].filter(Boolean).join(words.locale === "en" ? " · " : "　");
  const call = from.phone
    ? html`<a class="button" data-screen href="${telephone(from.phone)}">${t("call")}<span class="hidden">${t("callWhom", { name: from.name })}</span></a>`
    : null;
  return html`<div class="head">
    <div>
    <h1>${guest("asking.title", { name: from.name })}</h1>
    <p class="quiet">${whoAsks}</p>${answerBy(words, { ...asking, deputy: null, isDeputised: false })}</div>${call}</div>
    <p class="quiet">${guest("you", { name })}</p>`;
}

/** Which help is asked for, and how it is given; nothing of the matter. */
const whatFor = (words: GuestWords, { helps }: Asking): Html => html`<section class="sheet">
    <h2>${helps.map(words.help).join(words.invitations("comma"))}</h2>
    <p class="line">${words.guest(helps.every(({ kind }) => kind === "witness") ? "asking.whatWitness" : "asking.what")}</p></section>`;

function waitingParts(words: GuestWords, page: AskingPage): Html {
  const { asking } = page;
  const { invitations: t, f } = words;
  const times = asking.proposals.map((one) => f.dateTime(one.startsAt)).join(t("comma"));
  const proposed = times ? note(t("proposed", { times, name: asking.from.name })) : null;
  const forms = html`${declineForm(words, page, asking)}${proposeForm(words, page, asking)}`;
  return html`${proposed}${when(words, page)}${forms}${acceptFoot(words, page)}`;
}

const when = (words: GuestWords, { asking: { session, from }, userAgent }: AskingPage): Html =>
  whenSheet(words, session ? [session] : [], { inviter: from.name, userAgent });

/** The filled button repeats the hour it promises; the others open their forms. */
function acceptFoot(words: GuestWords, page: AskingPage): Html {
  const { invitations: t, f } = words;
  const { path, mark, keyFor, asking } = page;
  const startsAt = asking.session?.startsAt ?? "";
  const refused = refusedWhole(page, "accept");
  const given = [
    ["act", "accept"],
    ["at", "accept"],
    ["mark", mark],
    ["key", keyFor("accept")],
    ["startsAt", startsAt],
  ] as const;
  return html`<div class="foot">${refused ? problemNote(words.problem(refused.problem), words.errorCode(refused.reference)) : null}<form class="form" id="accept" method="post" action="${ownPath(path)}" novalidate>
    ${given.map(([name, value]) => hidden(name, value))}<button class="button go">${t("acceptAt", { at: f.dateTime(startsAt) })}</button></form>
    <div class="row">
    <a class="button" href="${onPage("propose")}">${t("other")}</a>
    <a class="button" href="${onPage("decline")}">${t("decline")}</a></div></div>`;
}

function answeredParts(words: GuestWords, page: AskingPage): Html {
  const { guest, invitations: t, f } = words;
  const { asking, until, path } = page;
  const isComing = asking.isOpen && asking.status === "accepted";
  const after = isComing ? "accepted" : asking.status === "declined" ? "declined" : "closed";
  const said = html`<section class="sheet" data-screen>
    <p>${after === "accepted" ? guest("asking.accepted", { name: asking.from.name }) : guest(`after.${after}`)}</p>
    <p class="quiet">${isComing ? guest("opens") : guest("until", { at: f.time(until) })}</p></section>`;
  if (!isComing) return said;
  return html`${when(words, page)}${said}<div class="row" data-screen>
    <a class="button" href="${ownPath(`${path}/calendar.ics`)}">${guest("calendar")}</a>
    <a class="button stop" href="${onPage("decline")}">${t("cannotCome")}</a></div>${declineForm(words, page, asking)}`;
}

/** What they sent was refused, and the form it came from is not on the page any more: somebody was faster. */
function otherRefusal(words: GuestWords, { sent, asking }: AskingPage): Html | null {
  if (!sent?.refused) return null;
  const isComing = asking.isOpen && asking.status === "accepted";
  if (asking.isWaiting || (isComing && sent.act === "decline")) return null;
  const typed = sent.form.get("note");
  return html`${problemNote(words.problem(sent.refused.problem), words.errorCode(sent.refused.reference))}${typed ? html`<p class="sheet">${typed}</p>` : null}`;
}
