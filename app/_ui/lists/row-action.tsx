import type { ReactNode } from "react";
import { Link } from "../actions/link";
import styles from "./list.module.css";

interface RowActionProps {
  children: ReactNode;
  icon?: ReactNode;
  href?: string;
  onPress?: () => void;
}

/** The action at the end of a row: a text button, filled only in the current row. */
export function RowAction({ children, icon, href, onPress }: RowActionProps) {
  if (href) {
    return (
      <Link href={href} className={styles.verb} data-row-action>
        {icon}
        {children}
      </Link>
    );
  }
  return (
    <button type="button" onClick={onPress} className={styles.verb} data-row-action>
      {icon}
      {children}
    </button>
  );
}
