import type { ReactNode } from "react";
import styles from "./foot-bar.module.css";

interface FootBarProps {
  /** What the primary will do, to whom, until when. It is the confirmation. */
  title?: ReactNode;
  note?: ReactNode;
  /** Buttons, the filled one last. On phones it comes first and takes the width. */
  children: ReactNode;
}

/** Stays at the foot of form, document and task pages. */
export function FootBar({ title, note, children }: FootBarProps) {
  return (
    <div className={styles.foot} data-foot>
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {note ? <p className={styles.note}>{note}</p> : null}
      </div>
      <div className={styles.buttons}>{children}</div>
    </div>
  );
}
