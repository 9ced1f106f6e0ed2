import type { ReactNode } from "react";
import styles from "./match-card.module.css";

interface MatchCardProps {
  /** likely = amber, several facts match; maybe = plain. */
  strength: "likely" | "maybe";
  icon?: ReactNode;
  /** "很像，3 处对上" */
  head: ReactNode;
  number?: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
}

/** A possibly identical dispute or call. Put the matching words into `<mark>`. */
export function MatchCard({ strength, icon, head, number, children, actions }: MatchCardProps) {
  return (
    <article className={styles.card} data-strength={strength}>
      <div className={styles.head}>
        {icon}
        <b>{head}</b>
        {number ? <span>{number}</span> : null}
      </div>
      <div className={styles.body}>{children}</div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </article>
  );
}
