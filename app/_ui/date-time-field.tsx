"use client";
import { TextInput, type TextInputProps } from "@mantine/core";
import { useUncontrolled } from "@mantine/hooks";
import { type FieldWords, fieldLook } from "./field-look";

type DateTimeFieldProps = FieldWords &
  Omit<TextInputProps, keyof FieldWords | "classNames" | "description" | "value" | "defaultValue" | "onChange"> & {
    /** date = "2026-12-20"; time = "14:30"; both = "2026-11-26T14:30". Shanghai wall clock; see `fromWallClock`. */
    part?: "date" | "time" | "both";
    value?: string;
    defaultValue?: string;
    onChange?: (value: string) => void;
  };

/** A day, a time, or both, with the machine's own picker and keyboard. */
export function DateTimeField({ label, hint, error, part = "both", value, defaultValue, onChange, ...rest }: DateTimeFieldProps) {
  const [text, setText] = useUncontrolled({ value, defaultValue, finalValue: "", onChange });
  return (
    <TextInput
      {...rest}
      {...fieldLook({ label, hint, error })}
      type={part === "both" ? "datetime-local" : part}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
