"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { SpokenMeansField } from "@/app/_binding/spoken-means-field";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import type { Need } from "@/app/_ui/dialogs/use-missing";
import { SelectField } from "@/app/_ui/fields/select-field";
import type { SpokenMeans } from "@/db/vocabulary";
import type { Purpose } from "@/server/binding/choices";
import type { PerformancePage, PerformanceParty } from "@/server/performance/reads/ledger";

interface Asked {
  page: PerformancePage;
  /** Who may have said it. */
  parties: readonly PerformanceParty[];
  label: string;
  purpose: Purpose;
  /** The earlier day on which it was said. */
  on: string | null;
}

/** Who of some parties said something about the ledger, who spoke for them, and how they were heard. */
export function useSaidBy({ page, parties, label, purpose, on }: Asked) {
  const [id, choose] = useState(parties.length === 1 ? (parties[0]?.id ?? "") : "");
  const [means, setMeans] = useState<SpokenMeans>("inPerson");
  const speakers = useSpeakers({ purpose, track: page.proceeding?.track ?? "peoples", on });
  const spoken = useSpeakerNeeds(speakers);
  const party = parties.find((one) => one.id === id);
  const by = (party && speakersOf(speakers, [party])?.[0]) ?? null;
  const needs: Need[] = [[label, party !== undefined], ...spoken(party ? [party] : [])];
  return { parties, label, id, choose, party, speakers, means, setMeans, by, needs };
}

export function SaidByFields({ said }: { said: ReturnType<typeof useSaidBy> }) {
  const t = useTranslations("performance.contest");
  const { parties, label, id, choose, party, speakers, means, setMeans } = said;
  return (
    <>
      <SelectField
        label={label}
        placeholder={t("choose")}
        options={parties.map((one) => ({ value: one.id, label: one.name }))}
        value={id}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {party ? <SpeakerField party={party} speakers={speakers} /> : null}
      <SpokenMeansField label={t("means")} value={means} onChange={setMeans} />
    </>
  );
}
