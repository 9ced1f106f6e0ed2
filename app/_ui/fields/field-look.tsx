import { IconAlertCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./field.module.css";

/** What every field takes besides its own value: label above, hint below, an error that replaces the hint. */
export interface FieldWords {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

/** Shapes a Mantine input like every other field of the system. */
export function fieldLook({ label, hint, error }: Partial<FieldWords>) {
  return {
    label,
    description: error ? undefined : hint,
    error: error ? <FieldError>{error}</FieldError> : undefined,
    inputWrapperOrder: ["label", "input", "description", "error"] as ("label" | "input" | "description" | "error")[],
    classNames: {
      root: styles.root,
      wrapper: styles.wrapper,
      label: styles.label,
      input: styles.input,
      description: styles.hint,
      error: styles.error,
      section: styles.section,
    },
  };
}

/** The icon and words of an error; the wrapper gives them their id. */
export function FieldError({ children }: { children: ReactNode }) {
  return (
    <>
      <IconAlertCircle aria-hidden />
      {children}
    </>
  );
}
