"use client";
import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import styles from "./field.module.css";
import { type FieldWords, fieldLook } from "./field-look";

type PasswordFieldProps = FieldWords &
  Omit<PasswordInputProps, keyof FieldWords | "classNames" | "description"> & {
    /** Accessible name of the button that shows the password. */
    showLabel: string;
  };

export function PasswordField({ label, hint, error, showLabel, ...rest }: PasswordFieldProps) {
  const look = fieldLook({ label, hint, error });
  return (
    <PasswordInput
      {...rest}
      {...look}
      visibilityToggleButtonProps={{ "aria-label": showLabel, tabIndex: 0 }}
      classNames={{ ...look.classNames, innerInput: styles.inner }}
    />
  );
}
