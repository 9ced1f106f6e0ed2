import type { ReactNode } from "react";
import { Link } from "@/app/_ui/actions/link";
import styles from "./agenda.module.css";

export interface AgendaItem {
  id: string;
  /** "10:00" */
  time: string;
  dateTime?: string;
  title: ReactNode;
  href?: string;
  /** Room, length, who is confirmed. */
  lines?: readonly ReactNode[];
  /** What is still missing, in amber words: "物业未确认，最晚 12:00 换人". */
  warning?: ReactNode;
  isNext?: boolean;
}

/** The sessions of one day along a line; the next one is filled. */
export function Agenda({ items }: { items: readonly AgendaItem[] }) {
  return (
    <ol className={styles.agenda}>
      {items.map((item) => (
        <li key={item.id} data-next={item.isNext || undefined}>
          <time dateTime={item.dateTime}>{item.time}</time>
          <span className={styles.rail} aria-hidden="true" />
          <div className={styles.words}>
            {item.href ? (
              <Link href={item.href} className={styles.title}>
                {item.title}
              </Link>
            ) : (
              <span className={styles.title}>{item.title}</span>
            )}
            {item.lines?.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
              <span key={index} className={styles.line}>
                {line}
              </span>
            ))}
            {item.warning ? <span className={styles.warning}>{item.warning}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
