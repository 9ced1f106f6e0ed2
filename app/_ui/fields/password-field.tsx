"use client";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { type ComponentProps, useState } from "react";
import plain from "./control.module.css";
import styles from "./field.module.css";
import { FieldFrame, useControl } from "./field-frame";
import type { FieldWords } from "./field-look";

interface PasswordFieldProps extends FieldWords, Omit<ComponentProps<"input">, "className" | "type"> {
  /** Accessible name of the button that shows the password. */
  showLabel: string;
}

export function PasswordField({ label, hint, error, showLabel, ...rest }: PasswordFieldProps) {
  const control = useControl({ id: rest.id, hint, error });
  const [isShown, setShown] = useState(false);
  return (
    <FieldFrame id={control.id} label={label} hint={hint} error={error}>
      <span className={plain.around}>
        <input
          {...rest}
          {...control}
          type={isShown ? "text" : "password"}
          className={`${styles.input} ${plain.own} ${plain.password}`}
        />
        <button
          type="button"
          className={plain.peek}
          aria-label={showLabel}
          aria-pressed={isShown}
          // The field keeps the focus, and a phone its keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? <IconEyeOff aria-hidden /> : <IconEye aria-hidden />}
        </button>
      </span>
    </FieldFrame>
  );
}
