import type { ReactNode } from "react";
import { Unbroken } from "../text/unbroken";
import styles from "./timeline.module.css";

export interface TimelineItem {
  id: string;
  /** Formatted; the machine-readable form goes into `dateTime`. */
  at: ReactNode;
  dateTime?: string;
  words: ReactNode;
  /** strong = a turning point; amber = no answer came. */
  tone?: "plain" | "strong" | "amber";
}

/** What happened, oldest first or newest first as given. `wide` when the date carries a time. */
export function Timeline({ items, wide }: { items: readonly TimelineItem[]; wide?: boolean }) {
  return (
    <ol className={`${styles.line} ${wide ? styles.wide : ""}`}>
      {items.map((item) => (
        <li key={item.id} className={styles[item.tone ?? "plain"]}>
          <time dateTime={item.dateTime} className={styles.at}>
            {item.at}
          </time>
          <div>
            <Unbroken>{item.words}</Unbroken>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A changed fact: old → new. */
export function Change({ from, to }: { from: ReactNode; to: ReactNode }) {
  return (
    <span>
      <del className={styles.old}>{from}</del> → <ins className={styles.next}>{to}</ins>
    </span>
  );
}
