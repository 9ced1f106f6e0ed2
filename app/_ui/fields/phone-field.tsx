"use client";
import { useUncontrolled } from "@mantine/hooks";
import { useState } from "react";
import { formatPhone } from "../format/format-number";
import type { FieldWords } from "./field-look";
import { TextInput, type TextInputProps } from "./text-input";

type PhoneFieldProps = FieldWords &
  Omit<TextInputProps, keyof FieldWords | "isWrong" | "sign" | "value" | "defaultValue" | "onChange"> & {
    /** As it was typed: a second number must not melt into the first, nor an extension into the line. */
    value?: string;
    defaultValue?: string;
    onChange?: (phone: string) => void;
  };

const lengthMax = 30;

/**
 * A phone number: as typed while it has the focus, grouped 139 0578 6624 afterwards. A fault is shown once the field is
 * left.
 */
export function PhoneField({ label, hint, error, value, defaultValue, onChange, ...rest }: PhoneFieldProps) {
  const [phone, setPhone] = useUncontrolled({ value, defaultValue, finalValue: "", onChange });
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      autoComplete="off"
      maxLength={lengthMax}
      {...rest}
      label={label}
      hint={hint}
      error={typed === null ? error : undefined}
      type="tel"
      inputMode="tel"
      value={typed ?? formatPhone(phone)}
      onBlur={(event) => {
        setTyped(null);
        rest.onBlur?.(event);
      }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setPhone(event.currentTarget.value);
      }}
    />
  );
}
