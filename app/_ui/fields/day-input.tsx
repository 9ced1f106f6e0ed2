"use client";
import { useLocale } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useFirstUse } from "../actions/use-first-use";
import { useWhenIdle } from "../actions/use-when-idle";
import { formatDate } from "../format/format";
import type { DayInputProps } from "./day-input-props";
import { TextInput } from "./text-input";
import { readTypedDay } from "./typed-moment";

/** One half of DateTimeField: a day that may be typed (11-26, 1126, 11月26日) or picked. */
export function DayInput(props: DayInputProps) {
  const { part, use } = useFirstUse(loadPicker);
  useWhenIdle(use);
  const [typed, setTyped] = useState<string | null>(null);
  const [hasPicker, setPicker] = useState(false);
  const [isInside, setInside] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // The field is never exchanged under somebody's fingers: what they type would be lost.
  const mayChange = part !== null && !isInside;
  useEffect(() => {
    if (!mayChange) return;
    // Looked at and exchanged in one go: whoever comes into the field in between would type into one that is gone.
    const exchange = () => {
      if (document.activeElement !== field.current) flushSync(() => setPicker(true));
    };
    const soon = setTimeout(exchange);
    return () => clearTimeout(soon);
  }, [mayChange]);
  if (part && hasPicker) return <part.DayPicker {...props} />;
  return (
    <TypedDay
      {...props}
      field={field}
      typed={typed}
      setTyped={setTyped}
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
  field: RefObject<HTMLInputElement | null>;
  /** Null while nobody types. */
  typed: string | null;
  setTyped: (typed: string | null) => void;
  onInside: (isInside: boolean) => void;
}

/** The field until its calendar is there: it takes a day as the calendar's own field does. */
function TypedDay({ field, typed, setTyped, onInside, ...props }: TypedDayProps) {
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
      ref={field}
      {...{ label, hint, error, isWrong }}
      aria-label={ariaLabel}
      data-day
      autoComplete="off"
      value={typed ?? (value ? formatDate(value, { locale, now }) : "")}
      disabled={disabled}
      onFocus={() => onInside(true)}
      onChange={(event) => read(event.currentTarget.value)}
      onBlur={() => onInside(false)}
    />
  );
}
