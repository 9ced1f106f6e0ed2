"use client";
import { useTranslations } from "next-intl";
import type { Need } from "@/app/_ui/dialogs/use-missing";
import type { Speakable } from "@/server/binding/choices";
import type { Speakers } from "./use-speakers";

/** What a form still needs where nobody is chosen who speaks for a party: its button says so, in the words of that field. */
export function useSpeakerNeeds(speakers: Speakers): (parties: readonly Speakable[]) => Need[] {
  const t = useTranslations("consents.speaker");
  return (parties) => parties.map((party) => [t("who", { name: party.name }), speakers.of(party) !== null]);
}
