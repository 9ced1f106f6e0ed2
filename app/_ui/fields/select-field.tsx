"use client";
import { IconSelector } from "@tabler/icons-react";
import type { ComponentProps } from "react";
import plain from "./control.module.css";
import styles from "./field.module.css";
import { FieldFrame, useControl } from "./field-frame";
import type { FieldWords } from "./field-look";

export interface Option {
  value: string;
  label: string;
}

export interface SelectFieldProps extends FieldWords, Omit<ComponentProps<"select">, "className" | "children"> {
  options: readonly Option[];
  /** The first, empty line; without it the first option is chosen. */
  placeholder?: string;
}

/** How many letters of half a width the chosen line has room for on a narrow phone. */
const roomOnPhones = 30;
const widthOf = (words: string) => [...words].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);

/** The chosen line, where a phone would cut it: the browser's picker has one line, so it is said whole below. */
function cutOnPhones(options: readonly Option[], value: unknown): string | undefined {
  const chosen = options.find((option) => option.value === value)?.label;
  return chosen && widthOf(chosen) > roomOnPhones ? chosen : undefined;
}

/** A short fixed list, with the browser's own picker. */
export function SelectField({ label, hint, error, options, placeholder, ...rest }: SelectFieldProps) {
  const control = useControl({ id: rest.id, hint, error });
  return (
    <FieldFrame id={control.id} label={label} hint={hint} error={error}>
      <span className={plain.around} data-said={cutOnPhones(options, rest.value)}>
        <select {...rest} {...control} className={`${styles.input} ${plain.own} ${plain.select}`}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <IconSelector aria-hidden />
      </span>
    </FieldFrame>
  );
}
