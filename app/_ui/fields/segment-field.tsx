"use client";
import { useUncontrolled } from "@mantine/hooks";
import { useId } from "react";
import styles from "./field.module.css";
import { FieldError, type FieldWords } from "./field-look";

export interface Segment<Value extends string> {
  value: Value;
  label: string;
  /** danger: the answer that raises the risk; red when chosen. */
  tone?: "danger";
}

interface SegmentFieldProps<Value extends string> extends FieldWords {
  segments: readonly Segment<Value>[];
  /** null: not answered yet. Nothing is pre-chosen where the law requires a person's own answer. */
  value?: Value | null;
  defaultValue?: Value | null;
  onChange?: (value: Value) => void;
  /** Question left, answers right, on one line. */
  isInline?: boolean;
  name?: string;
  disabled?: boolean;
}

/** Two to four answers side by side. */
export function SegmentField<Value extends string>(props: SegmentFieldProps<Value>) {
  const { label, hint, error, segments, isInline, name, disabled } = props;
  const id = useId();
  const [value, choose] = useUncontrolled<Value | null>({
    value: props.value,
    defaultValue: props.defaultValue,
    finalValue: null,
    onChange: (next) => next && props.onChange?.(next),
  });
  const note = error ?? hint;
  return (
    <fieldset
      className={isInline ? styles.inline : styles.root}
      aria-labelledby={`${id}-label`}
      aria-describedby={note ? `${id}-note` : undefined}
      disabled={disabled}
      role="radiogroup"
      aria-invalid={error ? true : undefined}
    >
      <span className={styles.label} id={`${id}-label`}>
        {label}
      </span>
      <div className={styles.segments} data-error={Boolean(error)}>
        {segments.map((segment) => (
          <label key={segment.value} className={styles.segment} data-tone={segment.tone}>
            <input
              type="radio"
              name={name ?? id}
              value={segment.value}
              checked={value === segment.value}
              onChange={() => choose(segment.value)}
            />
            {segment.label}
          </label>
        ))}
      </div>
      {note ? (
        <span id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {error ? <FieldError>{error}</FieldError> : hint}
        </span>
      ) : null}
    </fieldset>
  );
}
