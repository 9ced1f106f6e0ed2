"use client";
import { useId, useState } from "react";
import type { FieldWords } from "./field-look";
import { TextInput } from "./text-input";
import { readTypedTime } from "./typed-moment";

interface TimeInputProps extends Partial<FieldWords> {
  ariaLabel?: string;
  isWrong?: boolean;
  value: string;
  onChange: (time: string) => void;
  disabled?: boolean;
}

/** Most characters: "14:30" and some room for typing errors. */
const longestTime = 6;
const officeHalfHours = Array.from({ length: 25 }, (_, index) => {
  const minutes = 8 * 60 + index * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${minutes % 60 ? "30" : "00"}`;
});

/** The other half of DateTimeField: 14:30, 1430 or 930 typed, or a half hour of the working day picked. */
export function TimeInput({ label, hint, error, ariaLabel, isWrong, value, onChange, disabled }: TimeInputProps) {
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  function leave() {
    if (typed !== null) onChange(readTypedTime(typed) ?? "");
    setTyped(null);
  }
  return (
    <>
      <TextInput
        {...{ label, hint, error, isWrong }}
        aria-label={ariaLabel}
        inputMode="numeric"
        placeholder="14:30"
        autoComplete="off"
        list={list}
        maxLength={longestTime}
        value={typed ?? value}
        disabled={disabled}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          if (/^\d{2}:\d{2}$/.test(next)) onChange(readTypedTime(next) ?? "");
        }}
        onBlur={leave}
      />
      <datalist id={list}>
        {officeHalfHours.map((time) => (
          <option key={time} value={time} />
        ))}
      </datalist>
    </>
  );
}
