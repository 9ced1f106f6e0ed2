"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { TextField } from "@/app/_ui/fields/text-field";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { createStationLimits } from "@/app/_ui/limits/places";
import styles from "./admin.module.css";
import { NameFields, useNames } from "./name-fields";
import { PlaceForm, type PlaceFormDone } from "./place-form";

interface StationFormProps extends PlaceFormDone {
  station: { id: string; name: string; nameEn: string; code: string; version: number } | null;
}

/** Name and, for a new one, the letters of its case numbers. */
export function StationForm({ station, onSaved, onCreated }: StationFormProps) {
  const t = useTranslations("admin.place");
  const trpc = useTRPC();
  const [names, setNames] = useNames(station);
  const { name, nameEn } = names;
  const seen = useSeen({
    version: station?.version ?? 0,
    values: { name: station?.name ?? "", nameEn: station?.nameEn ?? "" },
  });
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState<{ name?: boolean; code?: boolean }>({});
  const create = useAct(trpc.places.createStation.mutationOptions(), {
    onDone: ({ stationId }) => onCreated(stationId, name),
  });
  const rename = useAct(trpc.places.renameStation.mutationOptions(), {
    onDone: ({ version }) => {
      seen.saved(version, { name, nameEn });
      onSaved();
    },
  });
  const { isBusy, problem } = station ? rename : create;
  function submit() {
    const found = { name: !name.trim(), code: !station && !/^[A-Z]{2,4}$/.test(code) };
    setWrong(found);
    if (found.name || found.code) return;
    if (station) void rename.run({ stationId: station.id, stationVersion: seen.version, name, nameEn });
    else void create.run({ name, nameEn, code });
  }
  return (
    <PlaceForm isNew={!station} isBusy={isBusy} problem={problem} onSubmit={submit}>
      <NewerValues
        seen={seen}
        words={(one) => [
          { label: t("name"), value: one.name },
          { label: t("nameEn"), value: one.nameEn },
        ]}
        onTake={setNames}
      />
      <NameFields {...names} limits={createStationLimits} isMissing={wrong.name} onChange={setNames} />
      {station ? (
        <p className={styles.facts}>{t("codeFixed", { code: station.code })}</p>
      ) : (
        <TextField
          label={t("code")}
          hint={t("codeHint")}
          value={code}
          maxLength={createStationLimits.code}
          autoCapitalize="characters"
          error={wrong.code ? t("codeWrong") : undefined}
          onChange={(e) => setCode(e.currentTarget.value.toUpperCase())}
        />
      )}
    </PlaceForm>
  );
}
