import { ownPath } from "@/app/_plain-pages/addresses";
import { hidden, textField } from "@/app/_plain-pages/fields";
import { type Html, html, type Part } from "@/app/_plain-pages/html";
import { note, problemNote } from "@/app/_plain-pages/notes";
import { plainPage } from "@/app/_plain-pages/page";
import type { CheckedPaper } from "@/server/sealed-papers/check-paper";
import type { Compared } from "./compare";
import type { VerifyWords } from "./words";

/** What came of a question. */
export type Outcome =
  | { is: "file"; known: CheckedPaper; compared: Compared }
  | { is: "code"; known: CheckedPaper }
  | { is: "unknownFile" }
  | { is: "unknownCode"; code: string }
  | { is: "refused"; said: string };

interface Page {
  nonce: string | null;
  code?: string;
  outcome?: Outcome | null;
}

/** A code with its dashes, and what people write around it. */
export const longestCode = 60;

/** Where anybody checks a sealed paper, by its file or the code printed on it; it shows nothing of the matter. */
export function verifyPage(words: VerifyWords, { nonce, code = "", outcome = null }: Page): Html {
  const { verify, locale, layout } = words;
  const main = html`<h1>${verify("title")}</h1>${outcome ? said(words, outcome) : html`<p>${verify("text")}</p>`}
    <form class="sheet form" method="post" action="${ownPath("/verify")}" enctype="multipart/form-data" novalidate>
      <h2>${verify("file.title")}</h2><div class="field"><label for="file">${verify("file.label")}</label>
      <input class="input" id="file" name="file" type="file" accept="application/pdf,.pdf" aria-describedby="file-hint">
      <p class="quiet" id="file-hint">${verify("file.hint")}</p></div>
      <button class="button go">${verify("file.go")}</button></form>
    <form class="sheet form" method="post" action="${ownPath("/verify")}" novalidate>
      <h2>${verify("code.title")}</h2>${textField({ form: "code", name: "code", label: verify("code.label"), hint: verify("code.hint"), value: code, most: longestCode })}
      <button class="button">${verify("code.go")}</button></form>
    <p class="quiet">${verify("private")}</p>`;
  return plainPage({
    title: verify("title"),
    locale,
    frame: layout,
    nonce,
    main,
    asked: code ? hidden("code", code) : null,
  });
}

function said(words: VerifyWords, outcome: Outcome): Part {
  const { verify } = words;
  if (outcome.is === "refused") return problemNote(outcome.said, null);
  if (outcome.is === "unknownFile") return problemNote(verify("unknownFile"), null);
  if (outcome.is === "unknownCode") return problemNote(verify("unknownCode", { code: outcome.code }), null);
  const { known } = outcome;
  if (outcome.is === "code")
    return html`${known.isWhole ? note(verify("byCode")) : problemNote(verify("lost"), null)}${facts(words, known)}
      <p>${verify("byCodeNext")}</p>`;
  if (outcome.compared === "same") return html`${note(verify("same"))}${facts(words, known)}`;
  return html`${problemNote(verify(outcome.compared), null)}${facts(words, known)}`;
}

function facts({ verify, at }: VerifyWords, known: CheckedPaper): Html {
  const rows = [
    [verify("facts.committee"), known.committeeName],
    [verify("facts.sealedAt"), at(known.sealedAt)],
    [verify("facts.signedAt"), at(known.signedAt)],
    [verify("facts.code"), known.code],
    [verify("facts.sha256"), known.sha256.replace(/.{8}(?=.)/g, "$& ")],
  ];
  return html`<dl class="sheet">${rows.map(([name, value]) => html`<div><dt class="quiet">${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
