"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";

interface SuccessorFieldProps {
  /** Those that may take the work; undefined until they are read. */
  successors: readonly { id: string; name: string }[] | undefined;
  /** Said where there are none. */
  none: string;
  value: string;
  onChoose: (id: string) => void;
}

/** Which place or office takes the work of the one that closes. */
export function SuccessorField({ successors, none, value, onChoose }: SuccessorFieldProps) {
  const t = useTranslations("admin.place");
  return (
    <SelectField
      label={t("successor")}
      placeholder={t("chooseSuccessor")}
      hint={successors?.length === 0 ? none : undefined}
      options={(successors ?? []).map((one) => ({ value: one.id, label: one.name }))}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
