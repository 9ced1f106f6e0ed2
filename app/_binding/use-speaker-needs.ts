"use client";
import { useTranslations } from "next-intl";
import type { Need } from "@/app/_ui/dialogs/use-missing";
import type { Speakable } from "@/server/binding/choices";
import { whoMaySpeak } from "./speaker-options";
import type { Speakers } from "./use-speakers";

/** What a form still needs where nobody is chosen who speaks for a party: its button says so, in the words of that field. */
export function useSpeakerNeeds(speakers: Speakers): (parties: readonly Speakable[]) => Need[] {
  const t = useTranslations("consents.speaker");
  const labelOf = (party: Speakable) =>
    // Where nobody may, there is no field: the notice in its place says why.
    whoMaySpeak(party, speakers.saying, speakers.hasSeal).length > 0 ? t("who", { name: party.name }) : "";
  return (parties) => parties.map((party) => [labelOf(party), speakers.of(party) !== null]);
}
