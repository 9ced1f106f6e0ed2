import type { ReactNode } from "react";
import styles from "./columns.module.css";

interface ColumnsProps {
  /**
   * list: main + 348 · detail: 246 + main + 314 · form: main + 382 · document: main + 560 ·
   * task: main + 300 · cockpit: main + 356 · admin: main + 400
   */
  shape: "list" | "detail" | "form" | "document" | "task" | "cockpit" | "admin";
  /** Only in `detail`: the column on the page background at the left. */
  left?: ReactNode;
  children: ReactNode;
  /** Side column or the panel of the chosen thing. Without it the main column takes the full width. */
  right?: ReactNode;
}

/** The columns of a page frame; under 1024 px (phones: 768) they stack in reading order. */
export function Columns({ shape, left, children, right }: ColumnsProps) {
  return (
    <div className={styles.columns} data-shape={shape} data-right={right ? true : undefined}>
      {left ? <aside className={styles.left}>{left}</aside> : null}
      <div className={styles.main}>{children}</div>
      {right ? <div className={styles.right}>{right}</div> : null}
    </div>
  );
}

/** Stacks its children with the gap used between sheets. */
export function Stack({ children, gap = 12 }: { children: ReactNode; gap?: 4 | 8 | 12 | 16 | 24 }) {
  return (
    <div className={styles.stack} style={{ gap }}>
      {children}
    </div>
  );
}

/** Puts its children side by side, wrapping; `isSpread` pushes the last one to the right end. */
export function Line({
  children,
  gap = 8,
  isSpread,
}: {
  children: ReactNode;
  gap?: 4 | 8 | 12 | 16;
  isSpread?: boolean;
}) {
  return (
    <div className={styles.line} style={{ gap }} data-spread={isSpread || undefined}>
      {children}
    </div>
  );
}
