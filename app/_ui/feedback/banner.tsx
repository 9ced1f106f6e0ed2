import type { ReactNode } from "react";
import styles from "./note.module.css";

interface BannerProps {
  children: ReactNode;
  /** amber: offline, a missing answer, a legal limit. plain: news such as "有 3 件新的". */
  tone?: "plain" | "amber" | "act";
  icon?: ReactNode;
  action?: ReactNode;
  /** Why a form cannot be sent, in the place of a field: the caret goes here. */
  isFault?: boolean | undefined;
}

/** A one-line message across a page or a sheet; announced politely by screen readers. */
export function Banner({ children, tone = "plain", icon, action, isFault = false }: BannerProps) {
  return (
    <div
      role="status"
      {...(isFault ? { "data-fault": true, tabIndex: -1 } : {})}
      className={`${styles.strip} ${styles[tone]}`}
    >
      {icon}
      <p>{children}</p>
      {action}
    </div>
  );
}
