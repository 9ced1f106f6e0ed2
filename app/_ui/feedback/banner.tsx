import type { ReactNode } from "react";
import styles from "./note.module.css";

interface BannerProps {
  children: ReactNode;
  /** amber: offline, a missing answer, a legal limit. plain: news such as "有 3 件新的". */
  tone?: "plain" | "amber" | "act";
  icon?: ReactNode;
  action?: ReactNode;
}

/** A one-line message across a page or a sheet; announced politely by screen readers. */
export function Banner({ children, tone = "plain", icon, action }: BannerProps) {
  return (
    <div role="status" className={`${styles.strip} ${styles[tone]}`}>
      {icon}
      <p>{children}</p>
      {action}
    </div>
  );
}
