import { useTranslations } from "next-intl";
import styles from "./note.module.css";

interface SkeletonProps {
  /** rows = list rows of two lines; lines = table rows or text; board = nine seats. */
  shape?: "rows" | "lines" | "board";
  count?: number;
}

/** The exact geometry of the coming content, after 300 ms, without a shimmer. */
export function Skeleton({ shape = "rows", count = shape === "board" ? 9 : 5 }: SkeletonProps) {
  const t = useTranslations("ui");
  const pieces = Array.from({ length: count }, (_, index) => index);
  return (
    <div role="status" className={`${styles.skeleton} ${shape === "board" ? styles.seats : ""}`}>
      <span className="sr-only">{t("loading")}</span>
      {pieces.map((piece) =>
        shape === "rows" ? (
          <div key={piece} className={styles.twoLines}>
            <div className={styles.bar} />
            <div className={styles.bar} />
          </div>
        ) : (
          <div key={piece} className={styles.bar} />
        ),
      )}
    </div>
  );
}
