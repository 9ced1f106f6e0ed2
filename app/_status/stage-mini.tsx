import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { type Stage, segmentOf } from "./stage";
import styles from "./stage.module.css";

interface StageMiniProps {
  at: Stage;
  /** The word beside it, e.g. the status; defaults to the stage's own. */
  word?: string;
}

/** Five segments and a word, for lists. */
export function StageMini({ at, word }: StageMiniProps) {
  const t = useTranslations("ui.stage");
  return (
    <span className={styles.mini}>
      <span className={styles.segments} style={{ "--now": segmentOf(at) } as CSSProperties} aria-hidden="true" />
      {word ?? t(`short.${at}`)}
    </span>
  );
}
