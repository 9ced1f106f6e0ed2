import type { ReactNode } from "react";
import styles from "./paper.module.css";

interface PaperProps {
  title: string;
  /** （2026）柳人调字第 087 号 */
  number?: ReactNode;
  /** The language its words are in; Chinese unless said. */
  lang?: string;
  children: ReactNode;
}

/** What will be signed or served, exactly as it will be read: serif, square corners. Never used for the app itself. */
export function Paper({ title, number, lang = "zh-CN", children }: PaperProps) {
  return (
    <article className={styles.paper} lang={lang}>
      <h2>{title}</h2>
      {number ? <p className={styles.number}>{number}</p> : null}
      {children}
    </article>
  );
}

interface ClauseProps {
  number: ReactNode;
  children: ReactNode;
  /** What is still missing and a button that fixes it; the clause turns amber. */
  fix?: ReactNode;
}

/** One numbered clause. */
export function Clause({ number, children, fix }: ClauseProps) {
  return (
    <div className={styles.clause} data-fix={fix ? true : undefined}>
      <span className={styles.clauseNumber}>{number}</span>
      <div>
        {children}
        {fix ? <div className={styles.fix}>{fix}</div> : null}
      </div>
    </div>
  );
}
