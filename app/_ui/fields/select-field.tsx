"use client";
import { NativeSelect, type NativeSelectProps } from "@mantine/core";
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
