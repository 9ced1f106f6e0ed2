"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";
import type { Speakable } from "@/server/binding/choices";
import { type Saying, whoMaySpeak } from "./speaker-options";
import type { Speakers } from "./use-speakers";

/** The elected representatives who may say this for the party, by name. */
export const electedFor = (party: Speakable, saying: Saying): { id: string; name: string }[] => {
  const may = whoMaySpeak(party, saying, false);
  return party.links.filter((link) => link.isElected && may.includes(link.id));
};

/** Asks once which representative speaks for all who elected them, in place of one field for each. */
export function RepresentativeField({ parties, speakers }: { parties: readonly Speakable[]; speakers: Speakers }) {
  const t = useTranslations("consents.speaker");
  const all = parties.flatMap((party) => electedFor(party, speakers.saying));
  const names = [...new Set(all.map(({ name }) => name))];
  if (names.length === 0) return null;
  const chosen = names.find((name) =>
    parties.every((party) => {
      const link = electedFor(party, speakers.saying).find((one) => one.name === name);
      return link === undefined || speakers.of(party) === link.id;
    }),
  );
  return (
    <SelectField
      label={t("representative", { count: parties.length })}
      options={names.map((name) => ({ value: name, label: name }))}
      value={chosen ?? names[0] ?? ""}
      onChange={(event) => {
        const name = event.currentTarget.value;
        for (const party of parties) {
          const link = electedFor(party, speakers.saying).find((one) => one.name === name);
          if (link) speakers.choose(party.id, link.id);
        }
      }}
    />
  );
}
