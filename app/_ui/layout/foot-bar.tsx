import type { ReactNode } from "react";
import styles from "./foot-bar.module.css";

interface FootBarProps {
  /** What the primary button will do, for whom, until when. It replaces a confirmation. */
  title?: ReactNode;
  note?: ReactNode;
  /** Why the last press was refused; right above the buttons, where the user is looking. */
  problem?: ReactNode;
  /** Buttons, the filled one last. On phones it comes first and takes the full width. */
  children: ReactNode;
}

/** Stays at the foot of form, document and task pages. */
export function FootBar({ title, note, problem, children }: FootBarProps) {
  return (
    <div className={styles.foot} data-foot>
      {problem ? <div className={styles.problem}>{problem}</div> : null}
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {note ? <p className={styles.note}>{note}</p> : null}
      </div>
      <div className={styles.buttons}>{children}</div>
    </div>
  );
}
