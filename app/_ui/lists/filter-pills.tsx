import { Link } from "../actions/link";
import styles from "./filter-pills.module.css";

export interface FilterPill {
  label: string;
  href: string;
  count?: number;
  isChosen?: boolean;
}

/** Chooses which part of a list is shown; each pill is a link, the chosen one is dark. */
export function FilterPills({ pills, label }: { pills: readonly FilterPill[]; label: string }) {
  return (
    <nav aria-label={label} className={styles.pills}>
      {pills.map((pill) => (
        <Link
          key={pill.href}
          href={pill.href}
          aria-current={pill.isChosen ? "true" : undefined}
          className={styles.pill}
        >
          {pill.label}
          {pill.count === undefined ? null : <b>{pill.count}</b>}
        </Link>
      ))}
    </nav>
  );
}
