"use client";
import { useUncontrolled } from "@mantine/hooks";
import { IconCheck } from "@tabler/icons-react";
import { useId } from "react";
import styles from "./field.module.css";
import { FieldError, type FieldWords } from "./field-look";
import type { Option } from "./select-field";

interface PillFieldProps extends FieldWords {
  options: readonly Option[];
  /** The chosen values; one at most unless `isMany`. */
  value?: readonly string[];
  defaultValue?: readonly string[];
  onChange?: (value: string[]) => void;
  isMany?: boolean;
  /** What is asked is said by the section around it: the label is for screen readers. */
  isQuiet?: boolean;
}

/** Five to twenty answers as pills with a tick: dispute types, proofs, forces. */
export function PillField({ label, hint, error, options, isMany, isQuiet, ...rest }: PillFieldProps) {
  const id = useId();
  const [value, choose] = useUncontrolled<readonly string[]>({
    value: rest.value,
    defaultValue: rest.defaultValue,
    finalValue: [],
    onChange: (next) => rest.onChange?.([...next]),
  });
  const note = error ?? hint;
  function toggle(option: string) {
    if (!isMany) return choose([option]);
    choose(value.includes(option) ? value.filter((other) => other !== option) : [...value, option]);
  }
  return (
    <fieldset
      className={styles.root}
      role={isMany ? "group" : "radiogroup"}
      aria-labelledby={`${id}-label`}
      aria-describedby={note ? `${id}-note` : undefined}
      aria-invalid={error && !isMany ? true : undefined}
    >
      <span className={isQuiet ? "sr-only" : styles.label} id={`${id}-label`}>
        {label}
      </span>
      <div className={styles.pills}>
        {options.map((option) => (
          <label key={option.value} className={styles.pill}>
            <input
              type={isMany ? "checkbox" : "radio"}
              name={id}
              checked={value.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <IconCheck aria-hidden />
            {option.label}
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
