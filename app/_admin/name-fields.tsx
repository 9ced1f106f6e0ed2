"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/app/_ui/fields/text-field";

interface Names {
  name: string;
  nameEn: string;
}
/** Both names of a form, of a place that is there or of a new one, and how some of them change. */
export function useNames(stored: Names | null): [Names, (part: Partial<Names>) => void] {
  const [names, setNames] = useState<Names>({ name: stored?.name ?? "", nameEn: stored?.nameEn ?? "" });
  return [names, ({ name, nameEn }) => setNames((was) => ({ name: name ?? was.name, nameEn: nameEn ?? was.nameEn }))];
}

interface NameFieldsProps extends Names {
  /** How long each may be. */
  limits: { name: number; nameEn: number };
  isMissing: boolean | undefined;
  onChange: (part: Partial<Names>) => void;
}

/** What a place is called, and in English, which may stay empty. */
export function NameFields({ name, nameEn, limits, isMissing, onChange }: NameFieldsProps) {
  const t = useTranslations("admin.place");
  return (
    <>
      <TextField
        label={t("name")}
        value={name}
        maxLength={limits.name}
        error={isMissing ? t("nameNeeded") : undefined}
        onChange={(e) => onChange({ name: e.currentTarget.value })}
      />
      <TextField
        label={t("nameEn")}
        hint={t("nameEnHint")}
        lang="en"
        value={nameEn}
        maxLength={limits.nameEn}
        onChange={(e) => onChange({ nameEn: e.currentTarget.value })}
      />
    </>
  );
}
