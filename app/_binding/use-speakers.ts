"use client";
import { useState } from "react";
import type { Speakable } from "@/server/binding/choices";
import { firstOf, itself, type Saying, whoMaySpeak } from "./speaker-options";

export interface Speakers {
  saying: Saying;
  hasSeal: boolean;
  /** The form was sent too early: what is still to be chosen says so. */
  isTried: boolean;
  /** Who speaks for the party: "" itself, an id of somebody beside it, null while nobody is chosen or nobody may. */
  of: (party: Speakable) => string | null;
  choose: (partyId: string, value: string) => void;
}

interface SpeakersOptions {
  hasSeal?: boolean;
  isTried?: boolean;
  /** Who was noted before. */
  begin?: (partyId: string) => string | null;
}

/** Who speaks for each of some parties in a form. */
export function useSpeakers(
  saying: Saying,
  { hasSeal = false, isTried = false, begin }: SpeakersOptions = {},
): Speakers {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  return {
    saying,
    hasSeal,
    isTried,
    of: (party) => {
      const speakers = whoMaySpeak(party, saying, hasSeal);
      const said = chosen[party.id] ?? begin?.(party.id);
      return said !== null && said !== undefined && speakers.includes(said) ? said : firstOf(party, speakers);
    },
    choose: (partyId, value) => setChosen((all) => ({ ...all, [partyId]: value })),
  };
}

/** The speakers as an act takes them, or null while one of these parties has nobody. */
export function speakersOf(
  speakers: Speakers,
  parties: readonly Speakable[],
): { partyId: string; linkId: string | null }[] | null {
  const said = parties.map((party) => ({ partyId: party.id, value: speakers.of(party) }));
  if (said.some((one) => one.value === null)) return null;
  return said.map(({ partyId, value }) => ({ partyId, linkId: value === itself ? null : value }));
}
