"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { itself } from "@/app/_binding/speaker-options";
import { type Speakers, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { type LeadRequestMeans, leadRequestMeans, type Track } from "@/db/vocabulary";
import type { Speakable } from "@/server/binding/choices";

interface SettledBy {
  parties: readonly Speakable[];
  party: Speakable | undefined;
  choose: (partyId: string) => void;
  means: LeadRequestMeans;
  setMeans: (means: LeadRequestMeans) => void;
  speakers: Speakers;
  /** As the act takes it; undefined while whoever speaks for the party is not chosen, null where nobody said it. */
  said: { partyId: string; spokenByLinkId: string | null; means: LeadRequestMeans } | null | undefined;
}

/** Which party said that they settled it themselves; asked of the server only where that is the outcome. */
export function useSettledBy({
  disputeId,
  track,
  isAsked,
}: {
  disputeId: string;
  track: Track;
  isAsked: boolean;
}): SettledBy {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.consents.ofDispute.queryOptions({ disputeId }), enabled: isAsked });
  const speakers = useSpeakers({ purpose: "consent", track });
  const [partyId, choose] = useState("");
  const [means, setMeans] = useState<LeadRequestMeans>("spoken");
  const parties = (data?.parties ?? []).filter((one) => !one.isDeparted);
  const party = parties.find(({ id }) => id === partyId);
  const speaker = party ? speakers.of(party) : null;
  const spoken =
    party && (speaker === null ? undefined : { partyId, spokenByLinkId: speaker === itself ? null : speaker, means });
  return { parties, party, choose, means, setMeans, speakers, said: isAsked && party ? spoken : null };
}

/** Who said it, for whom and how; where nobody did, the end counts apart. */
export function SettledByFields({ parties, party, choose, means, setMeans, speakers }: SettledBy) {
  const t = useTranslations("endings.end");
  const words = useTranslations("vocabulary.leadRequestMeans");
  return (
    <>
      <SelectField
        label={t("saidBy")}
        hint={t("saidByHint")}
        options={[
          { value: "", label: t("saidByNobody") },
          ...parties.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={party?.id ?? ""}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {party ? (
        <>
          <SpeakerField party={party} speakers={speakers} />
          <SegmentField
            label={t("saidHow")}
            value={means}
            onChange={setMeans}
            segments={leadRequestMeans.map((value) => ({ value, label: words(value) }))}
          />
        </>
      ) : null}
    </>
  );
}
