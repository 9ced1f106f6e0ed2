"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { earlierDay } from "@/app/_binding/speaker-options";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { Stack } from "@/app/_ui/layout/columns";
import { type SignatureMeans, signatureMeans } from "@/db/vocabulary";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { asSpeakable } from "./party-words";
import { type Signer, signerInput, signerName } from "./signing";

interface SignDialogProps {
  page: AgreementPage;
  signer: Signer;
  onClose: () => void;
}

/** Records one signature made on paper in front of the mediator. Nothing is chosen beforehand. */
export function SignDialog({ page, signer, onClose }: SignDialogProps) {
  const t = useTranslations("agreements.sign");
  const meansWords = useTranslations("vocabulary.signatureMeans");
  const trpc = useTRPC();
  const act = useAct(trpc.agreements.sign.mutationOptions(), { onDone: onClose });
  const name = signerName(signer);
  const [signedOn, setSignedOn] = useState<string | null>(null);
  const on = earlierDay(signedOn, page.today);
  const speakers = useSpeakers({ purpose: "bind", track: page.proceeding?.track ?? "peoples", on }, { hasSeal: true });
  const party = signer.kind === "party" ? asSpeakable(signer.party) : null;
  const by = party && speakersOf(speakers, [party])?.[0];
  const spoken = useSpeakerNeeds(speakers);
  const [means, setMeans] = useState<SignatureMeans | null>(null);

  function record() {
    if (!means) return;
    act.run({
      disputeId: page.disputeId,
      proceedingId: page.proceeding?.id,
      signer: signerInput(signer, by?.linkId ?? null),
      means,
      happenedOn: signedOn,
    });
  }

  return (
    <ActDialog
      title={t("title", { name })}
      verb={t("verb")}
      act={act}
      needs={[...spoken(party ? [party] : []), [t("means"), means !== null]]}
      onGo={record}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        {party ? <SpeakerField party={party} speakers={speakers} /> : null}
        <SegmentField
          label={t("means")}
          segments={signatureMeans.map((one) => ({ value: one, label: meansWords(one) }))}
          value={means}
          onChange={setMeans}
        />
        <HappenedDay label={t("on")} today={page.today} value={signedOn} onChange={setSignedOn} />
      </Stack>
    </ActDialog>
  );
}
