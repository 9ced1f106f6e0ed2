import type { ReactNode } from "react";
import styles from "./sheet.module.css";

interface SheetProps {
  children: ReactNode;
  /** Names the region by its heading's id, when it has one. */
  labelledBy?: string;
  /** Without padding, for lists and tables that reach the edge. */
  flush?: boolean;
  className?: string;
}

/** A white sheet on the page background. Never put a sheet inside a sheet. */
export function Sheet({ children, labelledBy, flush, className }: SheetProps) {
  const names = [styles.sheet, flush ? styles.flush : styles.padded, className].filter(Boolean).join(" ");
  return (
    <section className={names} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
