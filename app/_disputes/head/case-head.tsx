import type { ReactNode } from "react";
import { Facts } from "@/app/_ui/text/facts";
import styles from "./case-head.module.css";

/** The white head of a detail page: title, risk, clock; track and arrows; next step; tabs. */
export function CaseHead({ children }: { children: ReactNode }) {
  return (
    <header className={styles.head} data-case-head>
      {children}
    </header>
  );
}

interface CaseTitleProps {
  title: ReactNode;
  risk?: ReactNode;
  number?: ReactNode;
  clock?: ReactNode;
  more?: ReactNode;
}

export function CaseTitle({ title, risk, number, clock, more }: CaseTitleProps) {
  return (
    <div className={styles.line}>
      <h1>{title}</h1>
      {risk}
      {number ? <span className={styles.meta}>{number}</span> : null}
      <span className={styles.end}>
        {clock}
        {more}
      </span>
    </div>
  );
}

interface CaseLineProps {
  tag?: ReactNode;
  facts: readonly ReactNode[];
  /** The stage arrows. */
  children: ReactNode;
}

export function CaseLine({ tag, facts, children }: CaseLineProps) {
  return (
    <div className={styles.line}>
      {tag}
      <span className={styles.meta}>
        <Facts items={facts} />
      </span>
      <div className={styles.stages}>{children}</div>
    </div>
  );
}
