import type { ReactNode } from "react";
import styles from "./tag.module.css";

interface TagProps {
  children: ReactNode;
  /** plain = a fact; line = a version or state of paper; act = ours; amber, red, green only for risk, time and checks. */
  tone?: "plain" | "line" | "act" | "green" | "amber" | "red";
  icon?: ReactNode;
  /** Holds names, however long: it may take several lines. */
  isLong?: boolean;
}

/** One fact in 20 px; at most one in a row. */
export function Tag({ children, tone = "plain", icon, isLong }: TagProps) {
  return (
    <span className={`${styles.tag} ${styles[tone]} ${isLong ? styles.long : ""}`}>
      {icon}
      {children}
    </span>
  );
}
