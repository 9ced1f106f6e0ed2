"use client";
import { TextInput } from "@mantine/core";
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { useFirstUse } from "../actions/use-first-use";
import { formatDate } from "../format/format";
import type { DayInputProps } from "./day-input-props";
import { fieldLook } from "./field-look";
import { readTypedDay } from "./typed-moment";

/** One half of DateTimeField: a day that may be typed (11-26, 1126, 11月26日) or picked. */
export function DayInput(props: DayInputProps) {
  const { part, prepare, use } = useFirstUse(loadPicker);
  const [typed, setTyped] = useState<string | null>(null);
  const [hasPicker, setPicker] = useState(false);
  const [isInside, setInside] = useState(false);
  // Whoever types or went on meanwhile is not disturbed; the calendar comes the next time.
  const mayChange = part !== null && isInside && typed === null;
  useEffect(() => {
    if (mayChange) setPicker(true);
  }, [mayChange]);
  if (part && hasPicker) return <part.DayPicker {...props} />;
  return (
    <TypedDay
      {...props}
      typed={typed}
      setTyped={setTyped}
      onNear={prepare}
      onInside={(is) => {
        setInside(is);
        if (is) use();
        else setTyped(null);
      }}
    />
  );
}

const loadPicker = () => import("./day-picker");

interface TypedDayProps extends DayInputProps {
  /** Null while nobody types. */
  typed: string | null;
  setTyped: (typed: string | null) => void;
  onNear: () => void;
  onInside: (isInside: boolean) => void;
}

/** The field until its calendar is there: it takes a day as the calendar's own field does. */
function TypedDay({ typed, setTyped, onNear, onInside, ...props }: TypedDayProps) {
  const { label, hint, error, ariaLabel, isWrong, value, onChange, minDay = "", maxDay = "9", disabled } = props;
  const locale = useLocale();
  const now = new Date();
  function read(text: string) {
    setTyped(text);
    const day = text.trim() === "" ? "" : readTypedDay(text, now);
    if (day === "" || (day && day >= minDay && day <= maxDay)) onChange(day);
  }
  return (
    <TextInput
      {...fieldLook({ label, hint, error })}
      {...(isWrong ? { error: true } : {})}
      aria-label={ariaLabel}
      autoComplete="off"
      value={typed ?? (value ? formatDate(value, { locale, now }) : "")}
      disabled={disabled}
      onPointerEnter={onNear}
      onFocus={() => onInside(true)}
      onChange={(event) => read(event.currentTarget.value)}
      onBlur={() => onInside(false)}
    />
  );
}
