"use client";
import { useUncontrolled } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { DayInput } from "./day-input";
import styles from "./field.module.css";
import { FieldError, type FieldWords } from "./field-look";
import { TimeInput } from "./time-input";

interface DateTimeFieldProps extends FieldWords {
  /** date = "2026-12-20"; time = "14:30"; both = "2026-11-26T14:30". Shanghai time; see `fromWallClock`. */
  part?: "date" | "time" | "both";
  value?: string;
  defaultValue?: string;
  /** "" until both halves are there. */
  onChange?: (value: string) => void;
  /** Days outside cannot be picked: "2026-11-24". */
  minDay?: string;
  maxDay?: string;
  disabled?: boolean;
}

/** A day, a time, or both: typed as people type them, or picked. Always 24 h. */
export function DateTimeField({ part = "both", ...props }: DateTimeFieldProps) {
  const { label, hint, error, minDay, maxDay, disabled } = props;
  const t = useTranslations("ui.field");
  const id = useId();
  const [value, setValue] = useUncontrolled({
    value: props.value,
    defaultValue: props.defaultValue,
    finalValue: "",
    onChange: (next: string) => props.onChange?.(part === "both" && !/^.{10}T.{5}$/.test(next) ? "" : next),
  });
  if (part === "date") {
    return <DayInput {...{ label, hint, error, minDay, maxDay, disabled }} value={value} onChange={setValue} />;
  }
  if (part === "time") return <TimeInput {...{ label, hint, error, disabled }} value={value} onChange={setValue} />;
  const [day = "", time = ""] = value.split("T");
  const note = error ?? hint;
  return (
    <fieldset
      className={styles.root}
      aria-labelledby={`${id}-label`}
      aria-describedby={note ? `${id}-note` : undefined}
    >
      <span className={styles.label} id={`${id}-label`}>
        {label}
      </span>
      <div className={styles.dayAndTime}>
        <DayInput
          ariaLabel={t("day")}
          isWrong={Boolean(error)}
          {...{ minDay, maxDay, disabled }}
          value={day}
          onChange={(next) => setValue(`${next}T${time}`)}
        />
        <TimeInput
          ariaLabel={t("time")}
          isWrong={Boolean(error)}
          disabled={disabled}
          value={time}
          onChange={(next) => setValue(`${day}T${next}`)}
        />
      </div>
      {note ? (
        <span id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {error ? <FieldError>{error}</FieldError> : hint}
        </span>
      ) : null}
    </fieldset>
  );
}
