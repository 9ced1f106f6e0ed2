"use client";
import { TextInput, type TextInputProps } from "@mantine/core";
import { useUncontrolled } from "@mantine/hooks";
import { useState } from "react";
import { formatPhone } from "../format/format-number";
import { type FieldWords, fieldLook } from "./field-look";

type PhoneFieldProps = FieldWords &
  Omit<TextInputProps, keyof FieldWords | "classNames" | "description" | "value" | "defaultValue" | "onChange"> & {
    /** Only digits, as stored. */
    value?: string;
    defaultValue?: string;
    onChange?: (digits: string) => void;
  };

/** A phone number: as typed while it has the focus, grouped 139 0578 6624 afterwards; the form gets only digits. */
export function PhoneField({ label, hint, error, value, defaultValue, onChange, ...rest }: PhoneFieldProps) {
  const [digits, setDigits] = useUncontrolled({ value, defaultValue, finalValue: "", onChange });
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      autoComplete="off"
      {...rest}
      {...fieldLook({ label, hint, error })}
      type="tel"
      inputMode="tel"
      value={typed ?? formatPhone(digits)}
      onBlur={(event) => {
        setTyped(null);
        rest.onBlur?.(event);
      }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setDigits(event.currentTarget.value.replace(/[^\d+*-]/g, ""));
      }}
    />
  );
}
