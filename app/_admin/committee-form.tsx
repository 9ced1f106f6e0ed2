"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { TextField } from "@/app/_ui/fields/text-field";
import { createCommitteeLimits } from "@/app/_ui/fields/text-limits";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { PlaceForm, type PlaceFormDone } from "./place-form";

interface CommitteeFormProps extends PlaceFormDone {
  committee: { id: string; name: string; nameEn: string; dossierWord: string; version: number } | null;
}

/** A committee's name and the characters of its dossier numbers. */
export function CommitteeForm({ committee, onSaved, onCreated }: CommitteeFormProps) {
  const t = useTranslations("admin.place");
  const trpc = useTRPC();
  const [name, setName] = useState(committee?.name ?? "");
  const [nameEn, setNameEn] = useState(committee?.nameEn ?? "");
  const [dossierWord, setDossierWord] = useState(committee?.dossierWord ?? "");
  const seen = useSeen({
    version: committee?.version ?? 0,
    values: {
      name: committee?.name ?? "",
      nameEn: committee?.nameEn ?? "",
      dossierWord: committee?.dossierWord ?? "",
    },
  });
  const [wrong, setWrong] = useState<{ name?: boolean; word?: boolean }>({});
  const create = useAct(trpc.places.createCommittee.mutationOptions(), {
    onDone: ({ committeeId }) => onCreated(committeeId, name),
  });
  const amend = useAct(trpc.places.amendCommittee.mutationOptions(), {
    onDone: ({ version }) => {
      seen.saved(version, { name, nameEn, dossierWord });
      onSaved();
    },
  });
  const { isBusy, problem } = committee ? amend : create;
  function submit() {
    const found = { name: !name.trim(), word: !dossierWord.trim() };
    setWrong(found);
    if (found.name || found.word) return;
    if (committee)
      void amend.run({ committeeId: committee.id, committeeVersion: seen.version, name, nameEn, dossierWord });
    else void create.run({ name, nameEn, dossierWord });
  }
  return (
    <PlaceForm isNew={!committee} isBusy={isBusy} problem={problem} onSubmit={submit}>
      <NewerValues
        seen={seen}
        words={(one) => [
          { label: t("name"), value: one.name },
          { label: t("nameEn"), value: one.nameEn },
          { label: t("dossierWord"), value: one.dossierWord },
        ]}
        onTake={(one) => {
          setName(one.name);
          setNameEn(one.nameEn);
          setDossierWord(one.dossierWord);
        }}
      />
      <TextField
        label={t("name")}
        value={name}
        maxLength={createCommitteeLimits.name}
        error={wrong.name ? t("nameNeeded") : undefined}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <TextField
        label={t("nameEn")}
        hint={t("nameEnHint")}
        lang="en"
        value={nameEn}
        maxLength={createCommitteeLimits.nameEn}
        onChange={(e) => setNameEn(e.currentTarget.value)}
      />
      <TextField
        label={t("dossierWord")}
        hint={t("dossierWordHint")}
        value={dossierWord}
        maxLength={createCommitteeLimits.dossierWord}
        error={wrong.word ? t("dossierWordNeeded") : undefined}
        onChange={(e) => setDossierWord(e.currentTarget.value)}
      />
    </PlaceForm>
  );
}
