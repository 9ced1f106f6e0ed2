import { useTranslations } from "next-intl";
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
  const now = segmentOf(at);
  return (
    <span className={styles.mini}>
      <span className={styles.segments} aria-hidden="true">
        {[0, 1, 2, 3, 4].map((segment) => (
          <i key={segment} data-at={segment < now ? "before" : segment === now ? "now" : "after"} />
        ))}
      </span>
      {word ?? t(`short.${at}`)}
    </span>
  );
}
