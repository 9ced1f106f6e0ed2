import { plainTerms } from "@/app/_agreements/plain-terms";
import { onPage, ownPath, telephone } from "@/app/_plain-pages/addresses";
import { areaField, hidden, tickField } from "@/app/_plain-pages/fields";
import { type Html, html } from "@/app/_plain-pages/html";
import { note, problemNote } from "@/app/_plain-pages/notes";
import { plainPage } from "@/app/_plain-pages/page";
import type { Refused } from "@/app/_trpc/refused";
import { refusalMost } from "@/server/signing/choices";
import type { CoSigner, SigningPage } from "@/server/signing/reads/signing-page";
import { signatureFaults } from "@/server/strokes/choices";
import { forgetScript, signScript } from "./signing-pad";
import { legalClauses } from "./signing-words";
import type { GuestWords } from "./words";

export const signingActs = ["sign", "refuse"] as const;
export type SigningAct = (typeof signingActs)[number];

/** What was sent and not taken: shown again as it was. */
export interface SigningSent {
  act: SigningAct;
  form: URLSearchParams;
  refused: Refused | null;
  missing: "ticks" | "reason" | null;
}

interface SigningDocument {
  nonce: string | null;
  path: `/${string}`;
  mark: string;
  keyFor: (at: SigningAct) => string;
  signing: SigningPage;
  sent: SigningSent | null;
}

/** The paper of one signer as a whole document: to read, to have read out, and to sign or refuse; then how it goes on; then the copy. */
export function signingDocument(words: GuestWords, page: SigningDocument): Html {
  const { signing } = page;
  const own = signing.signers.find((one) => one.isMe);
  const isOwnLink = own?.signedAt ?? null;
  const refusal = signing.refusals.find((one) => one.isMine);
  const isOpen = signing.status === "signing" && !isOwnLink && !refusal;
  const isToSign = isOpen && signing.isTurn;
  const main = html`${otherProblem(words, page, isToSign)}${head(words, signing)}${chain(words, signing)}${others(words, signing)}${
    signing.status === "effective"
      ? copy(words, page)
      : isToSign
        ? toSign(words, page)
        : waiting(words, signing, { signedAt: isOwnLink, refused: refusal?.reason ?? null })
  }`;
  const script = isToSign ? signScript() : forgetScript;
  const { locale, layout } = words;
  return plainPage({ title: words.signing("title"), locale, frame: layout, nonce: page.nonce, main, script });
}

function head(words: GuestWords, { me, signers, number, contact }: SigningPage): Html {
  const { signing: t, f, linkKinds } = words;
  const own = signers.find((one) => one.isMe);
  const side = own?.side ? words.sideName(f.side(own.side - 1)) : "";
  const as = me.forName
    ? t("youFor", { name: me.forName, kind: me.as ? linkKinds(me.as) : "" })
    : t(`as.${me.kind}`, { side });
  const call = contact.phone
    ? html`<a class="button" data-screen href="${telephone(contact.phone)}">${t("call")}<span class="hidden">${t("callWhom", { name: contact.name })}</span></a>`
    : null;
  return html`<div class="head"><div><h1>${t("title")}</h1><p class="quiet">${me.name} · ${as}</p><p class="quiet">${t("number", { number })}</p></div>${call}</div>`;
}

/** Who signs, in their order, and what is still missing; the seal last. */
function chain(words: GuestWords, { signers, refusals, track, status }: SigningPage): Html {
  const { signing: t, f } = words;
  const stampOf = (one: CoSigner) => (one.signedAt ? "✓" : one.side ? f.side(one.side - 1) : t(`stamp.${one.kind}`));
  const stateOf = (one: CoSigner) =>
    one.signedAt ? "done" : refusals.some(({ name }) => name === one.name) ? "no" : one.isMe ? "now" : "";
  const said = { done: t("signedShort"), no: t("refusedShort"), now: t("waitingShort"), "": t("waitingShort") };
  const last = t(track === "peoples" ? "seal" : "effect");
  return html`<section class="sheet" data-screen aria-label="${t("who")}"><ul class="chain">${signers.map(
    (one) =>
      html`<li class="${stateOf(one)}"><span class="dot" aria-hidden="true">${stampOf(one)}</span><b>${one.name}</b><span class="quiet">${said[stateOf(one)]}</span></li>`,
  )}<li class="${status === "effective" ? "done" : ""}"><span class="dot" aria-hidden="true">${status === "effective" ? "✓" : t("stamp.seal")}</span><b>${last}</b></li></ul></section>`;
}

/** Who does not sign, with the reason, told to all of them. */
const others = ({ signing: t }: GuestWords, { refusals, status }: SigningPage): Html[] =>
  status === "effective"
    ? []
    : refusals
        .filter(({ isMine }) => !isMine)
        .map(({ name, reason }) => note(t("otherRefused", { name, reason }), "amber"));

function terms(words: GuestWords, signing: SigningPage): Html {
  const { signing: t } = words;
  const said = plainTerms(words, signing);
  const otherwise = t(signing.track === "publicSecurity" ? "otherwisePolice" : "otherwisePeoples");
  const row = (name: string, lines: readonly string[]) =>
    lines.length > 0 ? html`<div><dt>${name}</dt><dd>${lines.map((one) => html`<p>${one}</p>`)}</dd></div>` : null;
  return html`<dl class="terms" data-read>${row(t("get"), said.get)}${row(t("do"), said.do)}${row(t("refrain"), said.refrain)}${row(t("all"), said.all)}${row(t("otherwise"), [otherwise])}</dl>`;
}

/** All of it, as it was sent to sign. */
function wholeText(words: GuestWords, signing: SigningPage): Html {
  const { signing: t, agreements, f } = words;
  const kind = signing.track === "publicSecurity" ? "publicSecurity" : "written";
  const closing = signing.track === "publicSecurity" ? "closingPublicSecurity" : "closing";
  const parties = signing.parties.map(
    (party) => html`<p>${words.sideName(f.side(party.side - 1))}${words.locale === "en" ? " " : "　"}${party.name}</p>`,
  );
  const clauses = [...legalClauses(words, signing), agreements(`paper.${closing}`, { days: signing.confirmationDays })];
  return html`<div class="text"><h2>${agreements(`paper.${kind}`)}</h2><p class="quiet">${t("number", { number: signing.number })}</p>${parties}
    ${signing.facts.split("\n").map((line) => html`<p>${line}</p>`)}<p>${agreements("paper.agreed")}</p>${clauses.map(
      (clause, index) => html`<p><b>${t("clause", { n: index + 1 })}</b> ${clause}</p>`,
    )}</div>`;
}

function toSign(words: GuestWords, page: SigningDocument): Html {
  const { signing: t } = words;
  const { signing } = page;
  const { me } = signing;
  return html`<div class="beside" data-screen><h2>${t("turn", { name: me.name })}</h2><button class="button" type="button" id="read" data-stop="${t("stop")}" hidden>${t("read")}</button></div>
    <section class="sheet" data-screen>${terms(words, signing)}<details><summary>${t("whole", { count: signing.clauses.length + 1 })}</summary>${wholeText(words, signing)}</details></section>
    ${refuseForm(words, page)}${signForm(words, page)}`;
}

function signForm(words: GuestWords, page: SigningDocument): Html {
  const { signing: t } = words;
  const { path, mark, keyFor, sent, signing } = page;
  const own = sent?.act === "sign" ? sent : null;
  const isTicked = (name: string) => own?.form.get(name) === "yes";
  const said = own?.refused ? words.problem(own.refused.problem) : own?.missing === "ticks" ? t("needTicks") : "";
  const faults = Object.fromEntries(signatureFaults.map((code) => [code, words.problem({ code })]));
  const name = signing.me.name;
  // Below the field: what comes and goes above it would move it under the finger.
  const wrong = said
    ? html`<p class="wrong" id="pad-wrong" role="alert" tabindex="-1" autofocus>${said}</p>`
    : html`<p class="wrong" id="pad-wrong" role="alert" tabindex="-1" hidden></p>`;
  const tick = (one: "voluntary" | "understood") =>
    tickField({ form: "sign", name: one, label: t(one), isTicked: isTicked(one) });
  return html`<section class="sheet" data-screen>${tick("voluntary")}${tick("understood")}</section>
    <noscript>${note(t("noScript"), "amber")}</noscript>
    <section class="pad" data-script hidden><label class="quiet" for="pad">${t("write", { name })}</label>
    <canvas id="pad" role="img" aria-label="${t("field", { name })}" data-name="${name}" data-words="${JSON.stringify({ ...faults, ticks: t("needTicks") })}"></canvas></section>${wrong}
    <p class="quiet" data-screen>${t("noCopy")}</p>
    <div class="foot"><form class="row" id="sign" method="post" action="${ownPath(path)}" novalidate>
    ${hidden("act", "sign")}${hidden("mark", mark)}${hidden("key", keyFor("sign"))}${hidden("strokes", "")}
    <button class="button" type="button" id="pad-clear" data-script hidden>${t("clear")}</button>
    <button class="button go" data-script hidden>${t("confirm")}</button></form>
    <div class="row"><a class="button plain" href="${onPage("refuse")}">${t("refuse")}</a></div></div>`;
}

function refuseForm(words: GuestWords, page: SigningDocument): Html {
  const { signing: t } = words;
  const { path, mark, keyFor, sent } = page;
  const own = sent?.act === "refuse" ? sent : null;
  const error = own?.refused ? words.problem(own.refused.problem) : own?.missing === "reason" ? t("reasonNeed") : null;
  const value = own?.form.get("reason") ?? "";
  return html`<form class="sheet form ask ${own ? "open" : ""}" id="refuse" method="post" action="${ownPath(path)}" novalidate>
    ${hidden("act", "refuse")}${hidden("mark", mark)}${hidden("key", keyFor("refuse"))}
    <h2>${t("refuseTitle")}</h2><p>${t("refuseWhat")}</p>${areaField({ form: "refuse", name: "reason", label: t("reason"), error, value, most: refusalMost })}
    <div class="row"><a class="button" href="${onPage("content")}">${t("keep")}</a><button class="button stop">${t("refuseGo")}</button></div></form>`;
}

interface OwnPart {
  signedAt: string | null;
  refused: string | null;
}

/** After it, or before their turn: how far it has come. */
function waiting(words: GuestWords, signing: SigningPage, { signedAt, refused }: OwnPart): Html {
  const { signing: t, f, and } = words;
  const missing = signing.signers
    .filter((one) => !one.signedAt && one.kind !== "witness" && !one.isMe)
    .map(({ name }) => name);
  const still =
    missing.length > 0
      ? t("waitFor", { names: missing.join(and) })
      : t(signing.track === "peoples" ? "waitSeal" : "waitEffect");
  const title = signedAt ? t("signed") : refused === null ? t("notTurn") : t("refused");
  const own = signedAt
    ? t("signedAt", { at: f.happened(signedAt) })
    : refused === null
      ? t("notTurnWhat")
      : t("refusedMine", { reason: refused });
  const more = refused === null || signedAt ? null : html`<p>${t("changeMind", { name: signing.contact.name })}</p>`;
  return html`<section class="sheet" data-screen><h2>${title}</h2><p>${own}</p>${more}<p>${still}</p><p class="quiet">${t("later")}</p></section>
    <section class="sheet" data-screen>${terms(words, signing)}</section><p class="quiet" data-screen>${t("noCopy")}</p>`;
}

/** What everybody has once it is in force: the whole text, who signed when, and the seal. */
function copy(words: GuestWords, { signing, path }: SigningDocument): Html {
  const { signing: t, f } = words;
  const signed = signing.signers.filter((one) => one.signedAt);
  const at = f.happened(signing.effectiveAt ?? "");
  const seal = signing.sealedAt
    ? html`<li>${t("sealedAt", { committee: signing.committee, at: f.happened(signing.sealedAt) })}</li>`
    : null;
  return html`<section class="sheet" data-screen><h2>${t("inForce")}</h2><p>${t("inForceAt", { at })}</p>${
    signing.hasFile
      ? html`<div class="row"><a class="button go" href="${ownPath(`${path}/agreement.pdf`)}">${t("openCopy")}</a></div><p class="quiet">${t("copyWhat")}</p>`
      : null
  }</section>
    <section class="sheet">${wholeText(words, signing)}<h3>${t("signatures")}</h3><ul>${signed.map(
      (one) => html`<li>${t("signedBy", { name: one.name, at: f.happened(one.signedAt ?? "") })}</li>`,
    )}${seal}</ul><p class="quiet">${t("hash", { hash: signing.hash })}</p></section>`;
}

/** What they sent was refused, and the form it came from is not on the page any more. */
function otherProblem(words: GuestWords, { sent }: SigningDocument, isToSign: boolean): Html | null {
  if (!sent?.refused || isToSign) return null;
  return problemNote(words.problem(sent.refused.problem), words.errorCode(sent.refused.reference));
}
