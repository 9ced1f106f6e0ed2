"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { limitOf } from "@/app/_ui/fields/limit-of";
import { TextField } from "@/app/_ui/fields/text-field";
import { createCommitteeInput } from "@/server/places/inputs";
import { PlaceForm, type PlaceFormDone } from "./place-form";

interface CommitteeFormProps extends PlaceFormDone {
  committee: { id: string; name: string; dossierWord: string } | null;
}

/** A committee's name and the characters of its dossier numbers. */
export function CommitteeForm({ committee, onSaved, onCreated }: CommitteeFormProps) {
  const t = useTranslations("admin.place");
  const trpc = useTRPC();
  const [name, setName] = useState(committee?.name ?? "");
  const [dossierWord, setDossierWord] = useState(committee?.dossierWord ?? "");
  const [wrong, setWrong] = useState<{ name?: boolean; word?: boolean }>({});
  const create = useAct(trpc.places.createCommittee.mutationOptions(), {
    onDone: ({ committeeId }) => onCreated(committeeId, name),
  });
  const amend = useAct(trpc.places.amendCommittee.mutationOptions(), { onDone: onSaved });
  const { isBusy, problem } = committee ? amend : create;
  function submit() {
    const found = { name: !name.trim(), word: !dossierWord.trim() };
    setWrong(found);
    if (found.name || found.word) return;
    if (committee) void amend.run({ committeeId: committee.id, name, dossierWord });
    else void create.run({ name, dossierWord });
  }
  return (
    <PlaceForm isNew={!committee} isBusy={isBusy} problem={problem} onSubmit={submit}>
      <TextField
        label={t("name")}
        value={name}
        maxLength={limitOf(createCommitteeInput, "name")}
        error={wrong.name ? t("nameNeeded") : undefined}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <TextField
        label={t("dossierWord")}
        hint={t("dossierWordHint")}
        value={dossierWord}
        maxLength={limitOf(createCommitteeInput, "dossierWord")}
        error={wrong.word ? t("dossierWordNeeded") : undefined}
        onChange={(e) => setDossierWord(e.currentTarget.value)}
      />
    </PlaceForm>
  );
}
