import { type ReactNode, useId } from "react";
import styles from "./field.module.css";
import { FieldError, type FieldWords } from "./field-look";

interface FieldFrameProps extends Partial<FieldWords> {
  id: string;
  className?: string;
  children: ReactNode;
}

/** A label above a control, and a hint or an error below it. */
export function FieldFrame({ id, className, label, hint, error, children }: FieldFrameProps) {
  return (
    <div className={className ? `${styles.root} ${className}` : styles.root}>
      {label ? (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      ) : null}
      {children}
      {error ? (
        <p id={noteOf(id)} className={styles.error}>
          <FieldError>{error}</FieldError>
        </p>
      ) : hint ? (
        <p id={noteOf(id)} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

const noteOf = (id: string) => `${id}-note`;

/**
 * What a control carries for its frame: its id, the words that describe it, and whether it is wrong. Plain elements, not
 * Mantine's: those are 19 KiB of scripts on every page, and several times as costly to draw.
 */
export function useControl({
  id: given,
  hint,
  error,
  isWrong,
}: Partial<FieldWords> & { id?: string; isWrong?: boolean }) {
  const own = useId();
  const id = given ?? own;
  const isFaulty = Boolean(error) || isWrong || undefined;
  return {
    id,
    "aria-describedby": error || hint ? noteOf(id) : undefined,
    "aria-invalid": isFaulty,
    "data-error": isFaulty,
  };
}
