import type { ReactNode } from "react";
import styles from "./note.module.css";

interface BannerProps {
  children: ReactNode;
  /** amber: we are offline, somebody is silent, the law sets a limit. plain: news such as "有 3 件新的". */
  tone?: "plain" | "amber" | "act";
  icon?: ReactNode;
  action?: ReactNode;
}

/** A one-line message across a page or a sheet; polite to ears. */
export function Banner({ children, tone = "plain", icon, action }: BannerProps) {
  return (
    <div role="status" className={`${styles.strip} ${styles[tone]}`}>
      {icon}
      <p>{children}</p>
      {action}
    </div>
  );
}
