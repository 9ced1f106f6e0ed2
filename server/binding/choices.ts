import type { PartyKind, PartyLinkKind, SignatureMeans, Track } from "@/db/vocabulary";

/**
 * What is said: `hear` – a notice, being there; `consent` – mediation, a helper; `bind` – a signature, an oral agreement, facts,
 * a waiver, an extension, a receipt.
 */
export type Purpose = "hear" | "consent" | "bind";

export interface SpokenFor {
  kind: PartyKind;
  /** The latest police finding names them as suspect (程序规定 180). */
  isSuspect: boolean;
  /** A guardian acts for them. */
  needsGuardian: boolean;
  /** They died, left or were merged into another row: nobody speaks for them any more, an heir speaks for themself. */
  isDeparted: boolean;
}
export interface Speaker {
  kind: PartyLinkKind;
  maySign: boolean;
}
/** A party as forms ask who speaks for it. */
export interface Speakable extends SpokenFor {
  id: string;
  name: string;
  links: (Speaker & { id: string; name: string })[];
}
interface Said {
  purpose: Purpose;
  track: Track;
  party: SpokenFor;
  /** Who speaks for the party; null: the party. */
  link: Speaker | null;
  means?: SignatureMeans;
}

/**
 * Why this person may not say this for this party, as a problem code, or null when they may. The one place that decides who may
 * bind whom; app.may_speak says the same for rows that come without a verb.
 */
export function barToSpeaking({ purpose, track, party, link, means }: Said): string | null {
  if (party.isDeparted) return "departedSpeaksNot";
  if (party.kind === "unidentified") return "partyUnidentified";
  if (link && (link.kind === "helper" || (purpose === "bind" && !link.maySign))) return "linkMayNotSign";
  if (party.needsGuardian) return link?.kind === "guardian" ? null : "guardianNeeded";
  if (link?.kind === "guardian") return "noGuardianHere";
  // A suspect takes part in person; an organisation through whoever represents it (程序规定 181).
  if (track === "publicSecurity" && party.isSuspect && link)
    if (party.kind !== "organisation" || link.kind !== "representative") return "suspectInPerson";
  if (purpose === "bind" && party.kind === "organisation" && !link && means !== "seal") return "representativeNeeded";
  return null;
}

interface InPlace {
  id: string;
  isDeparted: boolean;
  /** Parties in whose place this one stands: those whose heir stepped in, those merged into it. */
  standsFor: string[];
}

/** Who acts for these parties now: they themselves, or whoever stands in the place of one that is a party no more (app.stands_for). */
export function inPlaceOf<P extends InPlace>(parties: readonly P[], partyIds: readonly string[]): P[] {
  const meant = new Set(partyIds);
  // An heir may have died too: each turn adds those who stand for somebody found so far.
  for (const _ of parties) for (const one of parties) if (one.standsFor.some((id) => meant.has(id))) meant.add(one.id);
  return parties.filter((one) => meant.has(one.id) && !one.isDeparted);
}
