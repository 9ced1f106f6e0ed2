import type { ReactNode } from "react";
import styles from "./kbd.module.css";

/** A keyboard key. `inherit` inside a button takes the button's colour. Hidden from screen readers, which hear the action. */
export function Kbd({ children, inherit }: { children: ReactNode; inherit?: boolean }) {
  return (
    <span aria-hidden="true" className={styles.hide}>
      <kbd className={inherit ? `${styles.kbd} ${styles.inherit}` : styles.kbd}>{children}</kbd>
    </span>
  );
}
