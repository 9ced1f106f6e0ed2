"use client";
import { Textarea, type TextareaProps, TextInput, type TextInputProps } from "@mantine/core";
import styles from "./field.module.css";
import { type FieldWords, fieldLook } from "./field-look";

export type TextFieldProps = FieldWords & Omit<TextInputProps, keyof FieldWords | "classNames" | "description">;

/** One line of text. Spread `form.getInputProps("name")` into it. */
export function TextField({ label, hint, error, ...rest }: TextFieldProps) {
  return <TextInput {...rest} {...fieldLook({ label, hint, error })} />;
}

export type TextAreaProps = FieldWords & Omit<TextareaProps, keyof FieldWords | "classNames" | "description">;

/** Several lines; grows with what is written. */
export function TextArea({ label, hint, error, minRows = 3, ...rest }: TextAreaProps) {
  const look = fieldLook({ label, hint, error });
  return (
    <Textarea
      autosize
      minRows={minRows}
      {...rest}
      {...look}
      classNames={{ ...look.classNames, input: `${styles.input} ${styles.area}` }}
    />
  );
}
