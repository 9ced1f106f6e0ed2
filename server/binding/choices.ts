import type { PartyKind, PartyLinkKind, SignatureMeans, Track } from "@/db/vocabulary";

/**
 * What is said: `hear` – a notice, being there; `consent` – mediation, a helper; `bind` – a signature, an oral agreement, facts,
 * a waiver, an extension; `receive` – a receipt.
 */
export type Purpose = "hear" | "consent" | "bind" | "receive";

export interface SpokenFor {
  kind: PartyKind;
  /** The latest police finding names them as suspect (程序规定 180). */
  isSuspect: boolean;
  /** A guardian acts for them. */
  needsGuardian: boolean;
  /** They died, left or were merged into another row: nobody speaks for them any more, an heir speaks for themself. */
  isDeparted: boolean;
  /** Until when they were a party, 'YYYY-MM-DD': what was said by then and entered later counts. Null for the second row of one person. */
  departedOn?: string | null;
  /** Since when an heir is one, 'YYYY-MM-DD': on an earlier day whoever they follow was the party. */
  followsSince?: string | null;
}
export interface Speaker {
  kind: PartyLinkKind;
  maySign: boolean;
  /** What an elected representative was elected for beside signing; of others always so, and receiving goes with signing. */
  mayNegotiate?: boolean;
  mayReceive?: boolean | null;
  /** The party withdrew from whom it elected, or they stepped down. */
  hasEnded?: boolean;
  /** Until when they could speak, 'YYYY-MM-DD'. */
  endedOn?: string | null;
  /** Since when somebody elected could speak, 'YYYY-MM-DD'. */
  electedOn?: string | null;
  /** The day of their written authority, 'YYYY-MM-DD', where it is known. */
  authorisedOn?: string | null;
  /** A party of another side, or somebody who speaks for one, whom the party did not let act for both (app.is_opposed). */
  isOpposed?: boolean;
}
/** A party as forms ask who speaks for it. */
export interface Speakable extends SpokenFor {
  id: string;
  name: string;
  links: (Speaker & { id: string; name: string; isElected?: boolean })[];
}
interface Said {
  purpose: Purpose;
  track: Track;
  party: SpokenFor;
  /** Who speaks for the party; null: the party. */
  link: Speaker | null;
  means?: SignatureMeans;
  /** The earlier day on which it was said, 'YYYY-MM-DD'; absent or null where it is said now. */
  on?: string | null;
}

/** Whether something was said on an earlier day than the one since when somebody may say it. */
const isBefore = (on: string | null | undefined, since: string | null | undefined): boolean =>
  Boolean(on && since && on < since);

/** Whether something was said on an earlier day, and by then still by whoever could say it (app.was_party). */
const isByThen = (on: string | null | undefined, until: string | null | undefined): boolean =>
  Boolean(on && until && on <= until);

/**
 * Why this person may not say this for this party, as a problem code, or null when they may. The one place that decides who may
 * bind whom; app.may_speak says the same for rows that come without a verb.
 */
export function barToSpeaking({ purpose, track, party, link, means, on }: Said): string | null {
  if (party.isDeparted && !isByThen(on, party.departedOn)) return "departedSpeaksNot";
  if (isBefore(on, party.followsSince)) return "heirLater";
  if (party.kind === "unidentified") return "partyUnidentified";
  const beyond = link && beyondAuthority(purpose, link, on);
  if (beyond) return beyond;
  if (party.needsGuardian && link?.kind !== "guardian") return "guardianNeeded";
  // Nobody deals in another's name with themselves, or with somebody else they act for (民法典 168).
  if (link?.isOpposed) return link.kind === "guardian" ? "guardianOpposed" : "agentOpposed";
  if (party.needsGuardian) return null;
  if (link?.kind === "guardian") return "noGuardianHere";
  // A suspect takes part in person; an organisation through whoever represents it (程序规定 181).
  if (track === "publicSecurity" && party.isSuspect && link)
    if (party.kind !== "organisation" || link.kind !== "representative") return "suspectInPerson";
  if (binds(purpose) && party.kind === "organisation" && !link && means !== "seal") return "representativeNeeded";
  return null;
}

const binds = (purpose: Purpose): boolean => purpose === "bind" || purpose === "receive";

/** What the authority of somebody beside a party does not reach; app.link_allows says the same. */
function beyondAuthority(purpose: Purpose, link: Speaker, on: Said["on"]): string | null {
  if (link.kind === "helper") return "linkMayNotSign";
  if (link.hasEnded && !isByThen(on, link.endedOn)) return "representationOver";
  if (isBefore(on, link.electedOn)) return "electedLater";
  if (isBefore(on, link.authorisedOn)) return "authorisedLater";
  if (!binds(purpose)) return link.mayNegotiate === false ? "notElectedFor" : null;
  const may = purpose === "bind" ? link.maySign : (link.mayReceive ?? link.maySign);
  return may ? null : "linkMayNotSign";
}

interface InPlace extends Pick<SpokenFor, "isDeparted" | "departedOn" | "followsSince"> {
  id: string;
  /** Parties in whose place this one stands: those whose heir stepped in, those merged into it. */
  standsFor: string[];
}

/**
 * Who acts for these parties: they themselves, or whoever stands in the place of one that is a party no more (app.stands_for);
 * on an earlier day also whoever was one until then.
 */
export function inPlaceOf<P extends InPlace>(
  parties: readonly P[],
  partyIds: readonly string[],
  on: string | null = null,
): P[] {
  const meant = new Set(partyIds);
  // An heir may have died too: each turn adds those who stand for somebody found so far.
  for (const _ of parties) for (const one of parties) if (one.standsFor.some((id) => meant.has(id))) meant.add(one.id);
  return parties.filter(
    (one) => meant.has(one.id) && (!one.isDeparted || isByThen(on, one.departedOn)) && !isBefore(on, one.followsSince),
  );
}
