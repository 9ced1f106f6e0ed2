import styles from "./bar.module.css";

interface BarProps {
  /** 0 to 1. */
  share: number;
  /** The figure beside it; never inside. */
  words: string;
  /** Amber only past a limit, with an action in the same row. */
  isPastLimit?: boolean;
}

/** 8 px, for a column of a table. */
export function Bar({ share, words, isPastLimit }: BarProps) {
  const width = `${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%`;
  return (
    <span className={styles.bar}>
      <span className={styles.track} aria-hidden="true">
        <i style={{ width }} data-past={isPastLimit || undefined} />
      </span>
      <b>{words}</b>
    </span>
  );
}
