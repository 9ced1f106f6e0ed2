"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { renameCountyLimits } from "@/app/_ui/limits/places";
import { NameFields, useNames } from "./name-fields";
import { PlaceForm, type PlaceFormDone } from "./place-form";

interface CountyFormProps extends Pick<PlaceFormDone, "onSaved"> {
  county: { name: string; nameEn: string };
}

/** What the county itself is called, as at the door of the installation. */
export function CountyForm({ county, onSaved }: CountyFormProps) {
  const t = useTranslations("admin.place");
  const trpc = useTRPC();
  const { name, nameEn } = county;
  const [names, setNames] = useNames(county);
  const seen = useSeen({ version: { name, nameEn }, values: { name, nameEn } });
  const [isMissing, setMissing] = useState(false);
  const rename = useAct(trpc.places.renameCounty.mutationOptions(), {
    onDone: () => {
      seen.saved(names, names);
      onSaved();
    },
  });
  function submit() {
    setMissing(!names.name.trim());
    if (!names.name.trim()) return;
    void rename.run({ ...names, nameSeen: seen.before.name, nameEnSeen: seen.before.nameEn });
  }
  return (
    <PlaceForm isNew={false} isBusy={rename.isBusy} problem={rename.problem} onSubmit={submit}>
      <NewerValues
        seen={seen}
        words={(one) => [
          { label: t("name"), value: one.name },
          { label: t("nameEn"), value: one.nameEn },
        ]}
        onTake={setNames}
      />
      <NameFields {...names} limits={renameCountyLimits} isMissing={isMissing} onChange={setNames} />
    </PlaceForm>
  );
}
