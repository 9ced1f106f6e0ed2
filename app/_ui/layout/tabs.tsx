import { Link } from "../actions/link";
import styles from "./tabs.module.css";

export interface Tab {
  label: string;
  href: string;
  /** A count or "4/9". */
  count?: number | string;
  isChosen?: boolean;
}

/** Parts of one page, each with its own address. The chosen one is bold with a 2 px line. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={tab.isChosen ? "page" : undefined}
          className={styles.tab}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
