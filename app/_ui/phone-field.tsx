"use client";
import { TextInput, type TextInputProps } from "@mantine/core";
import { useUncontrolled } from "@mantine/hooks";
import { useState } from "react";
import { type FieldWords, fieldLook } from "./field-look";
import { formatPhone } from "./format-number";

type PhoneFieldProps = FieldWords &
  Omit<TextInputProps, keyof FieldWords | "classNames" | "description" | "value" | "defaultValue" | "onChange"> & {
    /** Digits alone, as stored. */
    value?: string;
    defaultValue?: string;
    onChange?: (digits: string) => void;
  };

/** A phone number: grouped 139 0578 6624 once left, digits alone to the form. */
export function PhoneField({ label, hint, error, value, defaultValue, onChange, ...rest }: PhoneFieldProps) {
  const [digits, setDigits] = useUncontrolled({ value, defaultValue, finalValue: "", onChange });
  const [isTyping, setTyping] = useState(false);
  return (
    <TextInput
      autoComplete="off"
      {...rest}
      {...fieldLook({ label, hint, error })}
      type="tel"
      inputMode="tel"
      value={isTyping ? digits : formatPhone(digits)}
      onFocus={(event) => {
        setTyping(true);
        rest.onFocus?.(event);
      }}
      onBlur={(event) => {
        setTyping(false);
        rest.onBlur?.(event);
      }}
      onChange={(event) => setDigits(event.currentTarget.value.replace(/[^\d+*-]/g, ""))}
    />
  );
}
