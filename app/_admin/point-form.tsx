"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { createPointLimits } from "@/app/_ui/limits/places";
import { type PointKind, pointKinds } from "@/db/vocabulary";
import { NameFields } from "./name-fields";
import { PlaceForm, type PlaceFormDone } from "./place-form";

interface PointFormProps extends PlaceFormDone {
  point: {
    id: string;
    name: string;
    nameEn: string;
    kind: PointKind;
    address: string;
    phone: string;
    version: number;
  } | null;
  stationId: string;
}

/** One of the "N": what it is, where, and whom to ring. */
export function PointForm({ point, stationId, onSaved, onCreated }: PointFormProps) {
  const t = useTranslations("admin.place");
  const kindWord = useTranslations("vocabulary.pointKinds");
  const trpc = useTRPC();
  const stored = {
    kind: point?.kind ?? ("committeeRoom" as PointKind),
    name: point?.name ?? "",
    nameEn: point?.nameEn ?? "",
    address: point?.address ?? "",
    phone: point?.phone ?? "",
  };
  const seen = useSeen({ version: point?.version ?? 0, values: stored });
  const [values, setValues] = useState(stored);
  const [isNameless, setNameless] = useState(false);
  const set = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }));
  const create = useAct(trpc.places.createPoint.mutationOptions(), {
    onDone: ({ pointId }) => onCreated(pointId, values.name),
  });
  const amend = useAct(trpc.places.amendPoint.mutationOptions(), {
    onDone: ({ version }) => {
      seen.saved(version, values);
      onSaved();
    },
  });
  const { isBusy, problem } = point ? amend : create;
  function submit() {
    setNameless(!values.name.trim());
    if (!values.name.trim()) return;
    if (point) void amend.run({ pointId: point.id, pointVersion: seen.version, ...values });
    else void create.run({ stationId, ...values });
  }
  return (
    <PlaceForm isNew={!point} isBusy={isBusy} problem={problem} onSubmit={submit}>
      <NewerValues
        seen={seen}
        words={(one) => [
          { label: t("name"), value: one.name },
          { label: t("nameEn"), value: one.nameEn },
          { label: t("kind"), value: kindWord(one.kind) },
          { label: t("address"), value: one.address },
          { label: t("phone"), value: one.phone },
        ]}
        onTake={setValues}
      />
      <NameFields
        name={values.name}
        nameEn={values.nameEn}
        limits={createPointLimits}
        isMissing={isNameless}
        onChange={set}
      />
      <SelectField
        label={t("kind")}
        value={values.kind}
        options={pointKinds.map((one) => ({ value: one, label: kindWord(one) }))}
        onChange={(e) => set({ kind: pointKinds.find((one) => one === e.currentTarget.value) ?? values.kind })}
      />
      <TextField
        label={t("address")}
        value={values.address}
        maxLength={createPointLimits.address}
        onChange={(e) => set({ address: e.currentTarget.value })}
      />
      <PhoneField
        label={t("phone")}
        value={values.phone}
        maxLength={createPointLimits.phone}
        onChange={(phone) => set({ phone })}
      />
    </PlaceForm>
  );
}
