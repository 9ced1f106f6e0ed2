"use client";
import type { ComponentProps, ReactNode } from "react";
import plain from "./control.module.css";
import styles from "./field.module.css";
import { FieldFrame, useControl } from "./field-frame";
import type { FieldWords } from "./field-look";

export interface TextInputProps extends Partial<FieldWords>, ComponentProps<"input"> {
  /** Marked as wrong where the words of the error stand elsewhere. */
  isWrong?: boolean;
  /** A sign inside the field, before what is typed. */
  sign?: ReactNode;
}

/** One line of text: what all fields of one line are made of. */
export function TextInput({ label, hint, error, isWrong, sign, className, ...rest }: TextInputProps) {
  const control = useControl({ id: rest.id, hint, error, isWrong });
  const input = (
    <input
      type="text"
      {...rest}
      {...control}
      className={`${styles.input} ${plain.own}`}
      data-signed={sign ? true : undefined}
    />
  );
  return (
    <FieldFrame className={className} id={control.id} label={label} hint={hint} error={error}>
      {sign ? (
        <span className={plain.around}>
          <span className={plain.sign}>{sign}</span>
          {input}
        </span>
      ) : (
        input
      )}
    </FieldFrame>
  );
}
