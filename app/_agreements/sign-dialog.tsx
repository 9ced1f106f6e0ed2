"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { Banner } from "@/app/_ui/feedback/banner";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { Stack } from "@/app/_ui/layout/columns";
import { type SignatureMeans, signatureMeans } from "@/db/vocabulary";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { type Signer, signerName } from "./signing";

interface SignDialogProps {
  page: AgreementPage;
  signer: Signer;
  onClose: () => void;
}

/** Records one signature made on paper in front of the mediator. Nothing is chosen beforehand. */
export function SignDialog({ page, signer, onClose }: SignDialogProps) {
  const t = useTranslations("agreements.sign");
  const kinds = useTranslations("vocabulary.partyLinkKinds");
  const meansWords = useTranslations("vocabulary.signatureMeans");
  const trpc = useTRPC();
  const act = useAct(trpc.agreements.sign.mutationOptions(), { onDone: onClose });
  const links = signer.kind === "party" ? signer.party.links.filter((link) => link.maySign) : [];
  const onlyGuardian = signer.kind === "party" && signer.party.isMinor;
  const name = signerName(signer);
  const options = [
    ...(onlyGuardian ? [] : [{ value: "", label: t("self", { name }) }]),
    ...links.map((link) => ({ value: link.id, label: `${link.name} · ${kinds(link.kind)}` })),
  ];
  const [by, setBy] = useState(options[0]?.value ?? "");
  const [means, setMeans] = useState<SignatureMeans | null>(null);
  const [signedOn, setSignedOn] = useState<string | null>(null);
  const nobody = onlyGuardian && links.length === 0;
  const unknown = signer.kind === "party" && signer.party.kind === "unidentified";

  function record() {
    if (!means) return;
    const who =
      signer.kind === "party"
        ? { kind: "party" as const, partyId: signer.party.id, byLinkId: by || null }
        : signer.kind === "witness"
          ? { kind: "witness" as const, personId: signer.personId }
          : { kind: "mediator" as const };
    act.run({ disputeId: page.disputeId, proceedingId: page.proceeding?.id, signer: who, means, happenedOn: signedOn });
  }

  return (
    <ActDialog
      title={t("title", { name })}
      verb={t("verb")}
      act={act}
      isReady={means !== null && !nobody && !unknown}
      onGo={record}
      onClose={onClose}
    >
      <Stack>
        {nobody ? <Banner tone="amber">{t("guardianNeeded", { name })}</Banner> : null}
        {unknown ? <Banner tone="amber">{t("nobodyMay")}</Banner> : null}
        <p>{t("what")}</p>
        {options.length > 1 ? (
          <SelectField
            label={t("who")}
            options={options}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
        ) : null}
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
