"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { Stack } from "@/app/_ui/layout/columns";
import { type SignatureMeans, signatureMeans } from "@/db/vocabulary";
import type { SideParty } from "./side-party";

interface SignForDialogProps {
  disputeId: string;
  version: number;
  who: SideParty;
  today: string;
  onClose: () => void;
}

/** A representative signed for everybody who elected them to sign; the representative's own signature is recorded apart. */
export function SignForDialog({ disputeId, version, who, today, onClose }: SignForDialogProps) {
  const t = useTranslations("elections.sign");
  const words = useTranslations("vocabulary.signatureMeans");
  const act = useAct(useTRPC().elections.signForMembers.mutationOptions(), { onDone: onClose });
  const [means, setMeans] = useState<SignatureMeans | null>(null);
  const [signedOn, setSignedOn] = useState<string | null>(null);
  return (
    <ActDialog
      title={t("title", { name: who.name })}
      verb={t("verb")}
      act={act}
      needs={[[t("means"), means !== null]]}
      onGo={() => means && act.run({ disputeId, version, representativeId: who.id, means, happenedOn: signedOn })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <SegmentField
          label={t("means")}
          segments={signatureMeans.map((one) => ({ value: one, label: words(one) }))}
          value={means}
          onChange={setMeans}
        />
        <HappenedDay label={t("on")} today={today} value={signedOn} onChange={setSignedOn} />
      </Stack>
    </ActDialog>
  );
}
