import { IconCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type Stage, stages } from "./stage";
import styles from "./stage.module.css";

interface StageArrowsProps {
  at: Stage;
  /** Replaces the word of the current step: "约请中 4/7". */
  nowWord?: string;
  /** Everything is done: the last step is ticked too. */
  isDone?: boolean;
  /** Ended otherwise, at the latest in the step `at`; the last arrow says how: 不予受理, 调解不成, 移送. */
  endedAs?: string;
}

/** The stage of the proceeding, as an ordered list of eight steps. */
export function StageArrows({ at, nowWord, isDone, endedAs }: StageArrowsProps) {
  const t = useTranslations("ui.stage");
  const now = stages.indexOf(at);
  const state = (index: number) => {
    if (endedAs && index === stages.length - 1) return "ended";
    if (index < now || isDone || (endedAs && index === now)) return "done";
    return index === now && !endedAs ? "now" : "coming";
  };
  return (
    <ol className={styles.arrows} aria-label={t("label")}>
      {stages.map((stage, index) => (
        <li key={stage} data-at={state(index)} aria-current={index === now && !isDone && !endedAs ? "step" : undefined}>
          {state(index) === "done" ? <IconCheck aria-hidden /> : null}
          {state(index) === "ended" ? endedAs : index === now && nowWord ? nowWord : t(`arrow.${stage}`)}
          {state(index) === "done" ? <span className="sr-only">{t("done")}</span> : null}
        </li>
      ))}
    </ol>
  );
}
