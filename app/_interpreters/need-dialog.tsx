"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { needInterpreterLimits } from "@/app/_ui/limits/interpreters";
import type { HelpKind } from "@/db/vocabulary";
import { helpKinds } from "@/server/interpreters/choices";
import type { InterpretingPlace } from "./place";

/** Which help a party needs to understand and be understood, or that it needs none any more. */
export function NeedDialog({ at, onClose }: { at: InterpretingPlace; onClose: () => void }) {
  const t = useTranslations("sessions.interpreters.need");
  const kinds = useTranslations("vocabulary.interpreterKinds");
  const act = useAct(useTRPC().interpreters.need.mutationOptions(), { onDone: onClose });
  const noted = (id: string) => at.needs.find((need) => need.partyId === id);
  const [partyId, setParty] = useState(at.parties[0]?.id ?? "");
  const [kind, setKind] = useState<HelpKind | "">(noted(partyId)?.kind ?? "");
  const [language, setLanguage] = useState(noted(partyId)?.language ?? "");
  function choose(id: string) {
    setParty(id);
    setKind(noted(id)?.kind ?? "");
    setLanguage(noted(id)?.language ?? "");
  }
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[[t("language"), kind !== "spoken" || language.trim() !== ""]]}
      onGo={() =>
        void act.run({
          disputeId: at.disputeId,
          proceedingId: at.proceedingId,
          partyId,
          kind: kind === "" ? null : kind,
          language: kind === "spoken" ? language : "",
        })
      }
      onClose={onClose}
    >
      <Stack>
        <SelectField
          label={t("party")}
          options={at.parties.map(({ id, name }) => ({ value: id, label: name }))}
          value={partyId}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <SelectField
          label={t("kind")}
          options={[{ value: "", label: t("none") }, ...helpKinds.map((value) => ({ value, label: kinds(value) }))]}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as HelpKind | "")}
        />
        {kind === "spoken" ? (
          <TextField
            label={t("language")}
            value={language}
            maxLength={needInterpreterLimits.language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
          />
        ) : null}
      </Stack>
    </ActDialog>
  );
}
