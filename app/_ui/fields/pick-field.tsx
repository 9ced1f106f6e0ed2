"use client";
import { Select, type SelectProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FieldWords, fieldLook } from "./field-look";
import type { Option } from "./select-field";

type PickFieldProps = FieldWords &
  Omit<SelectProps, keyof FieldWords | "classNames" | "description" | "data"> & { options: readonly Option[] };

/** A long list with a text filter: people, rooms, places. `onChange` gets the value or null. */
export function PickField({ label, hint, error, options, ...rest }: PickFieldProps) {
  const t = useTranslations("ui.field");
  return (
    <Select
      data={[...options]}
      searchable
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage={t("nothingFound")}
      {...rest}
      {...fieldLook({ label, hint, error })}
    />
  );
}
