"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { TextField } from "@/app/_ui/fields/text-field";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { createCommitteeLimits } from "@/app/_ui/limits/places";
import { NameFields, useNames } from "./name-fields";
import { PlaceForm, type PlaceFormDone } from "./place-form";

interface CommitteeFormProps extends PlaceFormDone {
  committee: { id: string; name: string; nameEn: string; dossierWord: string; version: number } | null;
}

/** A committee's name and the characters of its dossier numbers. */
export function CommitteeForm({ committee, onSaved, onCreated }: CommitteeFormProps) {
  const t = useTranslations("admin.place");
  const trpc = useTRPC();
  const [names, setNames] = useNames(committee);
  const { name, nameEn } = names;
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
          setNames(one);
          setDossierWord(one.dossierWord);
        }}
      />
      <NameFields {...names} limits={createCommitteeLimits} isMissing={wrong.name} onChange={setNames} />
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
