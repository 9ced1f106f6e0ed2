import { frozenName } from "@/app/_invitations/party-name";
import { onPage, onTheMap, onTheWeb } from "@/app/_plain-pages/addresses";
import { tickField } from "@/app/_plain-pages/fields";
import { type Html, html } from "@/app/_plain-pages/html";
import { note } from "@/app/_plain-pages/notes";
import { formatSide } from "@/app/_ui/format/format-number";
import type { OwnInvitation, OwnSession } from "@/server/invitations/reads/own";
import type { GuestWords } from "./words";

/** 甲 乙 丙 丁 / A B C D for a side, counted from 0. */
export function sideStamp({ locale, sideName }: GuestWords, index: number): Html {
  const letter = formatSide(index, locale);
  return html`<span class="stamp s${index}"><span aria-hidden="true">${letter}</span><span class="hidden">${sideName(letter)}</span></span>`;
}

/** The question about ties: names, the sentence to tick, and the way for people who have a tie. Never on paper. */
export function tieSheet(
  words: GuestWords,
  invitation: OwnInvitation,
  { isTicked, error }: { isTicked: boolean; error: string | null },
): Html {
  const t = words.invitations;
  const { partyNames, disclosure, from } = invitation;
  const names = partyNames.map((text) => {
    const { sideIndex, name, link } = frozenName(text);
    return html`<li class="name">${sideStamp(words, sideIndex)}<span><b>${name}</b>${link ? html` <span class="quiet">${t(`tie.link.${link}`)}</span>` : null}</span></li>`;
  });
  const tell = html`<a class="button plain" href="${onPage("disclose")}">${t("tie.tell")}</a>`;
  const declare = html`<div class="declare">${tickField({ form: "accept", name: "noTie", label: t("tie.declare"), isTicked, error })}</div>`;
  const state = note(
    disclosure === "asked" ? t("tie.asked", { name: from.name }) : t("tie.waived"),
    disclosure === "asked" ? "amber" : "plain",
  );
  return html`<section class="sheet" data-screen>
    <div class="beside"><h2>${t("tie.title", { count: partyNames.length })}</h2>${disclosure === "none" ? tell : null}</div>
    <ul>${names}</ul>${disclosure === "none" ? declare : state}</section>`;
}

/** When and where they are expected; the words of a guest while no session is booked. */
export function whenSheet(
  words: GuestWords,
  sessions: readonly OwnSession[],
  { inviter, userAgent }: { inviter: string; userAgent: string | null },
): Html {
  const t = words.invitations;
  const coming = sessions.filter((session) => session.status === "booked");
  return html`<section class="sheet">
    <h2>${t("when.title")}</h2>${coming.length === 0 ? html`<p class="quiet">${t("when.noneGuest", { name: inviter })}</p>` : null}
    <ul>${coming.map((session) => html`<li>${whenAndWhere(words, session, userAgent)}</li>`)}</ul></section>`;
}

function whenAndWhere({ f, modes, cannot: t }: GuestWords, session: OwnSession, userAgent: string | null): Html {
  const { startsAt, endsAt, isVideo, point, room, address, videoUrl } = session;
  const url = onTheWeb(videoUrl);
  const video = url
    ? html`<p data-screen><a class="button" rel="noreferrer" target="_blank" href="${url}">${t("video")}</a></p>`
    : null;
  const place = [point, address].filter(Boolean).join(" ");
  const way = html`<p data-screen><a class="button" href="${onTheMap(place, userAgent)}">${t("navigate")}</a></p>`;
  return html`<p><b><time datetime="${startsAt}">${f.span(startsAt, endsAt)}</time></b></p>
    <p>${isVideo ? modes("video") : [point, room].filter(Boolean).join(" ")}</p>
    <p class="quiet">${isVideo ? null : address}</p>${isVideo ? video : place ? way : null}`;
}

type Offer = OwnInvitation["offers"][number];

/** The offered times: the one that is held, which the button below takes, and the others with a button each to propose them. */
export function offerSheet(words: GuestWords, offers: readonly Offer[]): Html {
  const { invitations: t, modes, f } = words;
  const [first] = offers;
  const isOneRoom = offers.every((one) => one.room === first?.room && one.point === first?.point);
  const place = !first
    ? null
    : first.isVideo
      ? html`<p><b>${modes("video")}</b></p>`
      : html`<p><b>${isOneRoom ? first.room : first.point}</b></p><p class="quiet">${isOneRoom ? `${first.point} ${first.address}` : first.address}</p>`;
  const rows = offers.map((one) => {
    const when = html`<p><b><time datetime="${one.startsAt}">${f.span(one.startsAt, one.endsAt)}</time></b>${isOneRoom ? null : html` <span class="quiet">${one.room}</span>`} <span class="quiet">${offerState(words, one)}</span></p>`;
    if (one.isHeld) return html`<li class="held">${when}</li>`;
    return html`<li class="offer line">${when}
      <button class="button" data-screen form="accept" name="offer" value="${one.startsAt}">${t("proposeAt", { at: f.dateTime(one.startsAt) })}</button></li>`;
  });
  return html`<section class="sheet"><h2>${offers.length > 1 ? t("offers.choose") : t("when.title")}</h2>${place}<ul>${rows}</ul></section>`;
}

function offerState({ invitations: t }: GuestWords, { isHeld, missing, unknown = 0 }: Offer): string {
  if (missing !== undefined && missing > 0) return t("offers.missing", { count: missing });
  if (unknown > 0) return t("offers.unknown", { count: unknown });
  if (missing === 0) return t("offers.all");
  return isHeld ? t("offers.held") : t("offers.asked");
}
