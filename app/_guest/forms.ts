import { frozenName } from "@/app/_invitations/party-name";
import { onPage, ownPath } from "@/app/_plain-pages/addresses";
import { areaField, choiceField, hidden, textField } from "@/app/_plain-pages/fields";
import { flag, type Html, html, type Part } from "@/app/_plain-pages/html";
import { problemNote } from "@/app/_plain-pages/notes";
import { toWallClock } from "@/app/_ui/format/shanghai";
import {
  declineAnswerLimits,
  deputyAnswerLimits,
  disclosedTieLimits,
  proposeAnswerLimits,
} from "@/app/_ui/limits/invitations";
import { disclosedKinds, mostProposals, ownDeclineReasons } from "@/server/invitations/choices";
import type { Deputy } from "@/server/invitations/reads/deputies";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import { type FormBasics, type GuestAct, missingIn, refusedNote, refusedWhole, typedIn } from "./asked";
import { sideStamp } from "./sheets";
import type { GuestWords } from "./words";

interface AskForm {
  /** The place on the page, and the beginning of the ids of its fields. */
  id: string;
  act: GuestAct;
  title: string;
  keep: string;
  /** Null where nothing can be sent. */
  go: string | null;
  isStop?: boolean;
  body: Part;
}

/** One form that a button opens: without script, as the place the address leads to. What was refused stays open. */
export function askForm(
  words: GuestWords,
  basics: FormBasics,
  { id, act, title, keep, go, isStop, body }: AskForm,
): Html {
  const { path, mark, keyFor, sent } = basics;
  const isOpen = sent?.act === act && typedIn(basics, act, "at") === id;
  const refused = isOpen ? refusedWhole(basics, act) : null;
  return html`<section class="ask sheet ${isOpen ? "open" : ""}" id="${id}" data-screen>
    <form class="form" method="post" action="${ownPath(path)}" novalidate>${hidden("act", act)}${hidden("at", id)}${hidden("mark", mark)}${hidden("key", keyFor(id))}
    <h2>${title}</h2>${refused ? problemNote(words.problem(refused.problem), words.errorCode(refused.reference)) : null}${body}
    <div class="row">
    <a class="button" href="${isOpen ? ownPath(path) : onPage("content")}">${keep}</a>${go ? html`<button class="button ${isStop ? "stop" : "go"}">${go}</button>` : null}</div></form></section>`;
}

/** A reason for not coming, with an optional note. */
export function reasonFields(
  words: GuestWords,
  basics: FormBasics,
  act: "decline" | "leave",
  id: string,
  hint?: string,
): Html {
  const { invitations: t, reasons } = words;
  const isHere = typedIn(basics, act, "at") === id;
  const typed = (name: string) => (isHere ? typedIn(basics, act, name) : "");
  const error = isHere && missingIn(basics, act) === "reason" ? t("reasonForm.need") : null;
  const options = ownDeclineReasons.map((value) => ({ value, label: reasons(value) }));
  return html`${choiceField({ form: id, name: "reason", label: t("reasonForm.reason"), options, value: typed("reason"), error })}${noteField(words, basics, { id, act, label: t("reasonForm.note"), hint, most: declineAnswerLimits.note })}`;
}

interface NoteField {
  id: string;
  act: GuestAct;
  label: string;
  hint?: string | undefined;
  most: number;
}

function noteField(words: GuestWords, basics: FormBasics, { id, act, label, hint, most }: NoteField): Html {
  const isHere = typedIn(basics, act, "at") === id;
  const refused = isHere ? refusedNote(basics, act) : null;
  const value = isHere ? typedIn(basics, act, "note") : "";
  return areaField({
    form: id,
    name: "note",
    label,
    hint,
    value,
    most,
    error: refused ? words.problem(refused.problem) : null,
  });
}

/** Why they cannot come; the lead reads it and a substitute is asked. */
export function declineForm(words: GuestWords, basics: FormBasics, { from }: Pick<OwnInvitation, "from">): Html {
  const t = words.invitations;
  const body = html`<p>${t("declineForm.text", { name: from.name })}</p>${reasonFields(words, basics, "decline", "decline", t("declineForm.noteHint"))}`;
  const say = { title: t("declineForm.title"), keep: t("declineForm.keep"), go: t("declineForm.do") };
  return askForm(words, basics, { id: "decline", act: "decline", ...say, isStop: true, body });
}

const usualMinutes = 90;
/** How many times are asked for at once; the others are behind a press. */
const usualTimes = 2;
const minute = 60_000;
/** As long as the time that is held, or the usual length. */
export const minutesOf = ([held]: OwnInvitation["offers"]): number =>
  held ? (Date.parse(held.endsAt) - Date.parse(held.startsAt)) / minute : usualMinutes;

/** When they could come instead; the lead sees the times on the board. */
export function proposeForm(
  words: GuestWords,
  basics: FormBasics,
  { from, offers }: Pick<OwnInvitation, "from" | "offers">,
): Html {
  const { invitations: t, now } = words;
  const min = toWallClock(now);
  const error = missingIn(basics, "propose") === "times" ? t("proposeForm.need") : null;
  const times = Array.from({ length: mostProposals }, (_one, place) => {
    const name = `time${place}`;
    const label = t("proposeForm.time", { number: place + 1 });
    const value = typedIn(basics, "propose", name);
    const type = "datetime-local" as const;
    return textField({ form: "propose", name, label, type, value, most: 40, min, error: place === 0 ? error : null });
  });
  const isMoreTyped = times.some((_one, place) => place >= usualTimes && typedIn(basics, "propose", `time${place}`));
  const more = html`<details${flag("open", isMoreTyped)}><summary class="button plain">${t("proposeForm.more")}</summary>
    <div class="form">${times.slice(usualTimes)}</div></details>`;
  const note = { id: "propose", act: "propose", label: t("proposeForm.note"), most: proposeAnswerLimits.note } as const;
  const body = html`<p>${t("proposeForm.text", { name: from.name, minutes: minutesOf(offers) })}</p>
    ${times.slice(0, usualTimes)}${more}${noteField(words, basics, note)}`;
  const say = { title: t("proposeForm.title"), keep: t("proposeForm.keep"), go: t("proposeForm.doAny") };
  return askForm(words, basics, { id: "propose", act: "propose", ...say, body });
}

/** Names a deputy: a colleague of the same force and unit. One who may be asked is asked at once. */
export function deputyForm(words: GuestWords, basics: FormBasics, deputies: readonly Deputy[]): Html {
  const t = words.invitations;
  const options = deputies.map(({ personId, name, post, isDeputy }) => ({
    value: personId,
    label: html`<b>${name}</b> <span class="quiet">${post}</span>${isDeputy ? html`<br><span class="quiet">${t("deputyForm.registered")}</span>` : null}`,
  }));
  const error = missingIn(basics, "delegate") === "deputy" ? t("deputyForm.need") : null;
  const note = noteField(words, basics, {
    id: "deputy",
    act: "delegate",
    label: t("deputyForm.note"),
    most: deputyAnswerLimits.note,
  });
  const value = typedIn(basics, "delegate", "deputy");
  const choice = choiceField({ form: "deputy", name: "deputy", label: t("deputyForm.text"), options, value, error });
  const body = options.length > 0 ? html`${choice}${note}` : html`<p>${t("deputyForm.none")}</p>`;
  const go = options.length > 0 ? t("deputyForm.do") : null;
  const say = { title: t("deputyForm.title"), keep: t("deputyForm.keep"), go };
  return askForm(words, basics, { id: "deputy", act: "delegate", ...say, body });
}

/** A tie to whom, and which; only the lead reads it and asks every party whether the helper may still take part. */
export function discloseForm(words: GuestWords, basics: FormBasics, { from, partyNames }: OwnInvitation): Html {
  const t = words.invitations;
  const isMissing = missingIn(basics, "disclose") === "tie";
  const parties = partyNames.map((text, place) => {
    const { sideIndex, name } = frozenName(text);
    const typed = typedIn(basics, "disclose", `tie${place}`);
    const options = disclosedKinds.map(
      (kind) =>
        html`<option value="${kind}"${flag("selected", kind === typed)}>${t(`discloseForm.kinds.${kind}`)}</option>`,
    );
    return html`<div class="field">
      <label class="name" for="disclose-tie${place}">${sideStamp(words, sideIndex)}<b>${name}</b></label>
      <select class="input" id="disclose-tie${place}" name="tie${place}"${flag("autofocus", isMissing && place === 0)}><option value="">${t("discloseForm.keep")}</option>${options}</select></div>`;
  });
  const note = noteField(words, basics, {
    id: "disclose",
    act: "disclose",
    label: t("discloseForm.note"),
    hint: t("discloseForm.noteHint", { name: from.name }),
    most: disclosedTieLimits.note,
  });
  const body = html`<p>${t("discloseForm.text", { name: from.name })}</p>${isMissing ? html`<p class="wrong" role="alert">${t("discloseForm.need")}</p>` : null}${parties}${note}`;
  const say = { title: t("discloseForm.title"), keep: t("discloseForm.keep"), go: t("discloseForm.do") };
  return askForm(words, basics, { id: "disclose", act: "disclose", ...say, body });
}
