import type { ReactNode } from "react";
import { LanguageSwitch } from "./language-switch";
import styles from "./plain-frame.module.css";

/** One sheet 360 wide on the page background, for pages outside daily work: sign-in, password, not found. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <main id="content" className={styles.frame}>
      <div className={styles.language}>
        <LanguageSwitch />
      </div>
      <div className={styles.column}>{children}</div>
    </main>
  );
}
