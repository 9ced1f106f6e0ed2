import type { ReactNode } from "react";
import styles from "./section-head.module.css";

interface SectionHeadProps {
  id?: string;
  title: ReactNode;
  /** The fact beside it: a count, a sentence in figures. */
  note?: ReactNode;
  /** Right end: a link, a tag, a check. */
  end?: ReactNode;
  level?: 2 | 3;
}

export function SectionHead({ id, title, note, end, level = 2 }: SectionHeadProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.head} data-section-head>
      <Heading id={id}>{title}</Heading>
      {note ? <span className={styles.note}>{note}</span> : null}
      {end ? <span className={styles.end}>{end}</span> : null}
    </div>
  );
}
