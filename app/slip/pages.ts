import { ownPath, telephone } from "@/app/_plain-pages/addresses";
import { hidden, textField } from "@/app/_plain-pages/fields";
import { type Html, html, type Part } from "@/app/_plain-pages/html";
import { problemNote } from "@/app/_plain-pages/notes";
import { plainPage } from "@/app/_plain-pages/page";
import { formatPhone } from "@/app/_ui/format/format-number";
import type { SlipStage } from "@/server/access/slip-by";
import type { SlipWords } from "./words";

interface Page {
  nonce: string | null;
  code?: string;
  known?: SlipStage | null;
  /** Why nothing is shown. */
  said?: string | null;
}

/** A code with its dashes, and what people write around it. */
export const longestCode = 60;

/** The code stands behind # in the address, which browsers never send. This takes it out of the address and posts it. */
const takeCode = [
  `(function(){var t=location.hash.slice(1),f=document.getElementById("ask");if(!f||t.length<12)return;`,
  `history.replaceState(null,"",location.pathname);f.elements.code.value=t;f.submit()})()`,
].join("");

/** Where whoever holds a slip reads how far their matter is: its number, the stage and a telephone, and nothing else. */
export function slipPage(words: SlipWords, { nonce, code = "", known = null, said = null }: Page): Html {
  const { slips, locale, layout } = words;
  const main = html`<h1>${slips("page.title")}</h1>${said ? problemNote(said, null) : null}${known ? stage(words, known, code) : form(words, code)}
    <p class="quiet">${slips("page.private")}</p>`;
  return plainPage({
    title: slips("page.title"),
    locale,
    frame: layout,
    nonce,
    main,
    asked: code ? hidden("code", code) : null,
    ...(known ? {} : { script: takeCode }),
  });
}

const form = ({ slips }: SlipWords, code: string): Html =>
  html`<form class="sheet form" id="ask" method="post" action="${ownPath("/slip")}" novalidate>
    ${textField({ form: "ask", name: "code", label: slips("page.label"), hint: slips("page.hint"), value: code, most: longestCode })}
    <button class="button go">${slips("page.go")}</button></form>`;

function stage({ slips, day, locale }: SlipWords, known: SlipStage, code: string): Part {
  const word = known.stage;
  const station = locale === "en" && known.stationEn ? `${known.station} ${known.stationEn}` : known.station;
  return html`<section class="sheet"><h2>${slips(`stages.${word}`)}</h2><p>${slips(`next.${word}`)}</p>
    <dl class="text">${[
      [slips("facts.number"), known.number],
      [slips("facts.station"), station],
      [slips("facts.registered"), day(known.registeredAt)],
    ].map(([name, value]) => html`<div><dt class="quiet">${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${known.phone ? html`<a class="button go" href="${telephone(known.phone)}">${slips("page.call", { phone: formatPhone(known.phone) })}</a>` : html`<p>${slips("page.callStation")}</p>`}</section>
    <section class="sheet"><p>${slips("rights.free")}</p><p>${slips("rights.stop")}</p></section>
    <form method="post" action="${ownPath("/slip")}" data-screen>${hidden("code", code)}<button class="button plain">${slips("page.again")}</button></form>`;
}
