"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { type Speakers, speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { SelectField } from "@/app/_ui/fields/select-field";
import { Stack } from "@/app/_ui/layout/columns";
import { type SignatureMeans, signatureMeans } from "@/db/vocabulary";
import type { ViolationParty } from "@/server/violations/reads/violation";

/** What each party did with the paper, and who did it for them. */
export interface Signers {
  means: Readonly<Record<string, SignatureMeans | null>>;
  sign: (partyId: string, means: SignatureMeans | null) => void;
  speakers: Speakers;
}

/** Nobody has signed before it is said; who may sign is what binds on the police's track. */
export function useSigners(): Signers {
  const [means, setMeans] = useState<Signers["means"]>({});
  return {
    means,
    sign: (partyId, how) => setMeans((all) => ({ ...all, [partyId]: how })),
    speakers: useSpeakers({ purpose: "bind", track: "publicSecurity" }, { hasSeal: true }),
  };
}

/** For each party: whether and how it signed, and who did it for them. */
export function SignersField({ parties, signers }: { parties: readonly ViolationParty[]; signers: Signers }) {
  const t = useTranslations("violations.signers");
  const words = useTranslations("vocabulary.signatureMeans");
  return (
    <Stack>
      {parties.map((party) => (
        <Stack key={party.id}>
          <SelectField
            label={t("of", { name: party.name })}
            placeholder={t("notYet")}
            options={signatureMeans.map((one) => ({ value: one, label: words(one) }))}
            value={signers.means[party.id] ?? ""}
            onChange={(event) => {
              const chosen = signatureMeans.find((one) => one === event.currentTarget.value);
              signers.sign(party.id, chosen ?? null);
            }}
          />
          {signers.means[party.id] ? <SpeakerField party={party} speakers={signers.speakers} /> : null}
        </Stack>
      ))}
    </Stack>
  );
}

/** Those who signed as the server takes them, or null while nobody is named who may have signed for one of them. */
export function signersOf(
  { means, speakers }: Signers,
  parties: readonly ViolationParty[],
): { partyId: string; byLinkId: string | null; means: SignatureMeans }[] | null {
  const signed = parties.flatMap((party) => {
    const how = means[party.id];
    return how ? [{ party, how, said: speakersOf(speakers, [party])?.[0] }] : [];
  });
  if (signed.some(({ said }) => !said)) return null;
  return signed.map(({ party, how, said }) => ({ partyId: party.id, byLinkId: said?.linkId ?? null, means: how }));
}
