import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tag } from "@/app/_ui/text/tag";
import styles from "./suggest-card.module.css";

interface SuggestCardProps {
  name: string;
  unit?: string;
  /** The best one: act outline and 首选. */
  isFirst?: boolean;
  /** Why, each with a tick or an amber triangle. */
  reasons: readonly { isGood: boolean; words: string }[];
  action?: ReactNode;
}

/** A person who could take a seat, and why. */
export function SuggestCard({ name, unit, isFirst, reasons, action }: SuggestCardProps) {
  const t = useTranslations("ui");
  return (
    <article className={styles.card} data-first={isFirst || undefined}>
      <div className={styles.head}>
        <b>{name}</b>
        {unit ? <span className={styles.unit}>{unit}</span> : null}
        {isFirst ? (
          <span className={styles.best}>
            <Tag tone="act">{t("best")}</Tag>
          </span>
        ) : null}
      </div>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.words} data-good={reason.isGood}>
            {reason.isGood ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
            {reason.words}
          </li>
        ))}
      </ul>
      {action}
    </article>
  );
}
