import type { ReactNode } from "react";
import styles from "./list.module.css";

interface ListGroupProps {
  /** "逾期", "今天到期", "11月26日 周四" */
  title: string;
  count?: number;
  /** Red only for the reader's own overdue duties. */
  tone?: "plain" | "red";
  children: ReactNode;
}

/** A band with a count, then its rows. Goes inside a flush Sheet, or inside KeyboardList. */
export function ListGroup({ title, count, tone = "plain", children }: ListGroupProps) {
  return (
    <section className={styles.group}>
      <h2 className={`${styles.band} ${tone === "red" ? styles.red : ""}`}>
        {title} {count}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
