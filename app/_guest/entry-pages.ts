import { ownPath } from "@/app/_plain-pages/addresses";
import { hidden, textField } from "@/app/_plain-pages/fields";
import { type Html, html, type Part } from "@/app/_plain-pages/html";
import { note, problemNote } from "@/app/_plain-pages/notes";
import type { Refused } from "@/app/_trpc/refused";
import { guestPage } from "./guest-page";
import type { GuestWords } from "./words";

/** The length of a code with its dashes, and room for a whole link that somebody pastes. */
const longestCode = 200;
const digits = 4;

/** Where a link leads: its token stands behind #, which browsers never send. This takes it out of the address and posts it. */
const takeToken = [
  `(function(){function go(){var t=location.hash.slice(1),f=document.getElementById("enter");if(t.length<16)return;`,
  `history.replaceState(null,"",location.pathname);document.documentElement.className="opening";`,
  `f.elements.token.value=t;f.submit()}addEventListener("hashchange",go);`,
  `addEventListener("pageshow",function(e){if(e.persisted)location.reload()});go()})()`,
].join("");

/** The answer to a posted token gets the address of its link, so that a reload asks for it and posts nothing again. */
const rightAddress = `history.replaceState(null,"",document.getElementById("open").getAttribute("action"))`;

interface CodePage {
  nonce: string | null;
  /** This browser has no link open under the address it asked for. */
  isOver?: boolean;
  /** Nothing was written. */
  isMissing?: boolean;
}

/** For people who type the code of a paper invitation, or whose browser runs no script. */
export function codePage(words: GuestWords, { nonce, isOver, isMissing }: CodePage): Html {
  const { guest } = words;
  const main = html`${isOver ? note(guest("code.over"), "amber") : null}${codeForm(words, isMissing ? guest("code.need") : null)}
    <p class="quiet">${guest("code.script")}</p>
    <p class="wait">${guest("opening")}</p>`;
  return guestPage(words, { nonce, main, script: takeToken });
}

function codeForm({ guest }: GuestWords, error: string | null, code = ""): Html {
  return html`<form class="sheet form" id="enter" method="post" action="${ownPath("/i")}" novalidate>${hidden("token", "")}
    <h1>${guest("code.title")}</h1>${textField({ form: "enter", name: "code", label: guest("code.label"), hint: guest("code.hint"), error, value: code, most: longestCode })}
    <button class="button go">${guest("code.go")}</button></form>`;
}

interface DigitsPage {
  nonce: string | null;
  path: `/${string}`;
  mark: string;
  station: string;
  /** Which digits they are asked for; a signer's, of a phone or an ID number. */
  factor: "phoneEnd" | "signerEnd";
  /** They were inside before: the time is over, or the link was opened elsewhere. */
  isOver?: boolean;
  /** What they sent when that happened, to go on with. */
  unsent?: string;
  typed?: string;
  refused?: Refused | null;
  isMissing?: boolean;
  isPosted?: boolean;
}

/** Which station asks, then the last digits of the phone number it has of them. */
export function digitsPage(words: GuestWords, page: DigitsPage): Html {
  const { guest } = words;
  const { path, mark, isOver, unsent, typed = "", refused, isMissing } = page;
  const say = entryWords(words, page);
  const error = refused ? words.problem(refused.problem) : isMissing ? say.need : null;
  const main = html`${isOver ? note(guest(unsent ? "entry.unsent" : "entry.over"), "amber") : null}
    <form class="sheet form" id="open" method="post" action="${ownPath(path)}" novalidate>${hidden("act", "open")}${hidden("mark", mark)}${unsent ? hidden("unsent", unsent) : null}
    <h1>${say.title}</h1>
    <p>${say.text}</p>${textField({ form: "open", name: "phoneEnd", label: say.label, error, value: typed, most: digits, inputMode: say.isDigits ? "numeric" : "text", look: "digits" })}
    <button class="button go">${say.go}</button>
    <p class="quiet">${guest("entry.care")}</p></form>`;
  return guestPage(words, { nonce: page.nonce, main, ...(page.isPosted ? { script: rightAddress } : {}) });
}

/** An ID number may end in X, so that a signer's field takes letters too. */
function entryWords({ guest, signing }: GuestWords, { station, factor }: Pick<DigitsPage, "station" | "factor">) {
  if (factor === "phoneEnd")
    return {
      title: station ? guest("entry.title", { station }) : guest("entry.titlePlain"),
      text: guest("entry.text"),
      label: guest("entry.label"),
      need: guest("entry.need"),
      go: guest("entry.go"),
      isDigits: true,
    };
  return {
    title: station ? signing("entryTitle", { station }) : signing("entryTitlePlain"),
    text: signing("entryText"),
    label: signing("entryLabel"),
    need: signing("entryNeed"),
    go: signing("entryGo"),
    isDigits: false,
  };
}

/** The same for every link that opens nothing: unknown, used, revoked, expired. What to do stands below. */
export function deadPage(words: GuestWords, { nonce, refused }: { nonce: string | null; refused: Refused }): Html {
  const main = html`<h1>${words.guest("entry.shut")}</h1>${problemNote(words.problem(refused.problem), null)}${codeForm(words, null)}`;
  return guestPage(words, { nonce, main, script: takeToken });
}

/** Why nothing is shown or taken at the moment, with a way to try again. */
export function failedPage(
  words: GuestWords,
  { nonce, said, again }: { nonce: string | null; said: string; again: Part },
): Html {
  const main = html`<h1>${words.guest("entry.notYet")}</h1>${problemNote(said, null)}${again}`;
  return guestPage(words, { nonce, main });
}

/** Asks for the same page again. */
export const askAgain = ({ guest }: GuestWords, path: `/${string}`): Html =>
  html`<div class="row"><a class="button go" href="${ownPath(path)}">${guest("entry.again")}</a></div>`;
