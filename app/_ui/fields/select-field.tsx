"use client";
import { NativeSelect, type NativeSelectProps, Select, type SelectProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FieldWords, fieldLook } from "./field-look";

export interface Option {
  value: string;
  label: string;
}

export type SelectFieldProps = FieldWords &
  Omit<NativeSelectProps, keyof FieldWords | "classNames" | "description" | "data"> & {
    options: readonly Option[];
    /** The first, empty line; without it the first option is chosen. */
    placeholder?: string;
  };

/** A short fixed list, with the browser's own picker. */
export function SelectField({ label, hint, error, options, placeholder, ...rest }: SelectFieldProps) {
  const data = placeholder === undefined ? [...options] : [{ value: "", label: placeholder }, ...options];
  return <NativeSelect data={data} {...rest} {...fieldLook({ label, hint, error })} />;
}

export type PickFieldProps = FieldWords &
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
