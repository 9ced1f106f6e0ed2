import type { ReactNode } from "react";
import styles from "./kbd.module.css";

/** A key cap. `inherit` inside a button, where it takes the button's ink. Ears hear the action, not the key. */
export function Kbd({ children, inherit }: { children: ReactNode; inherit?: boolean }) {
  return (
    <span aria-hidden="true" className={styles.hide}>
      <kbd className={inherit ? `${styles.kbd} ${styles.inherit}` : styles.kbd}>{children}</kbd>
    </span>
  );
}
