import type { ReactNode } from "react";
import styles from "./note.module.css";

/** One sentence of fact and one action: "今天没有到期的事。下一件：…" */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
