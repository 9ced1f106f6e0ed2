import { type ReactNode, useId } from "react";
import styles from "./form-section.module.css";

interface FormSectionProps {
  title: ReactNode;
  hint?: ReactNode;
  /** A small button for the whole section, under its name. */
  action?: ReactNode;
  children: ReactNode;
}

/** A form page's section: name and hint in a 92 px column, fields beside it. */
export function FormSection({ title, hint, action, children }: FormSectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.name}>
        <h2 id={id}>{title}</h2>
        {hint ? <p>{hint}</p> : null}
        {action ? <div className={styles.action}>{action}</div> : null}
      </div>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}

/** Fields beside each other, as many as fit; `min` is the narrowest a field may get, in px. */
export function FormRow({ children, min = 180 }: { children: ReactNode; min?: number }) {
  return (
    <div className={styles.row} style={{ gridTemplateColumns: `repeat(auto-fit, minmax(min(${min}px, 100%), 1fr))` }}>
      {children}
    </div>
  );
}
