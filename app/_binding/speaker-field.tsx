"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";
import { SelectField } from "@/app/_ui/fields/select-field";
import type { Speakable } from "@/server/binding/choices";
import { firstOf, itself, optionsOf, whoMaySpeak } from "./speaker-options";
import type { Speakers } from "./use-speakers";

/**
 * Asks who speaks for a party, where that may be somebody else: a guardian, an agent, a representative. Shows nothing for a
 * person who speaks for themself and has nobody beside them.
 */
export function SpeakerField({ party, speakers }: { party: Speakable; speakers: Speakers }) {
  const t = useTranslations("consents.speaker");
  const kinds = useTranslations("vocabulary.partyLinkKinds");
  const may = whoMaySpeak(party, speakers.saying, speakers.hasSeal);
  const { name } = party;
  if (may.length === 0)
    return (
      <Banner tone="amber" isFault={speakers.isTried}>
        {party.isDeparted
          ? t("departed", { name })
          : party.kind === "unidentified"
            ? t("unknown", { name })
            : t(party.needsGuardian ? "noGuardian" : "nobody", { name })}
      </Banner>
    );
  if (may.length === 1 && may[0] === itself) return null;
  const options = optionsOf(party, may, {
    self: t(party.kind === "organisation" ? "seal" : "self", { name }),
    beside: (link) => `${link.name} · ${kinds(link.kind)}`,
  });
  return (
    <SelectField
      label={t("who", { name })}
      options={options}
      {...(firstOf(party, may) === null ? { placeholder: t("choose") } : {})}
      value={speakers.of(party) ?? ""}
      error={speakers.isTried && speakers.of(party) === null ? t("need") : undefined}
      onChange={(event) => speakers.choose(party.id, event.currentTarget.value)}
    />
  );
}

/** The same for several parties. */
export function SpeakerFields({ parties, speakers }: { parties: readonly Speakable[]; speakers: Speakers }) {
  return parties.map((party) => <SpeakerField key={party.id} party={party} speakers={speakers} />);
}
