import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./field.module.css";
import { FieldError } from "./field-look";

interface CheckFieldProps extends Omit<ComponentProps<"input">, "type"> {
  /** The whole sentence to tick. */
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** A radio button, for choosing one of several; give all the same `name`. */
  isRadio?: boolean;
}

/** A statement to tick or leave. For forms: `form.getInputProps("x", { type: "checkbox" })`. */
export function CheckField({ label, hint, error, isRadio, ...rest }: CheckFieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <label className={styles.check}>
      <input
        {...rest}
        type={isRadio ? "radio" : "checkbox"}
        className={styles.box}
        aria-describedby={note ? id : undefined}
        aria-invalid={error ? true : undefined}
      />
      <span className={styles.checkWords}>
        {label}
        {note ? (
          <span id={id} className={error ? styles.error : styles.hint} style={{ display: "flex" }}>
            {error ? <FieldError>{error}</FieldError> : hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
