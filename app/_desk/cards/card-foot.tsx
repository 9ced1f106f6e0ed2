import { IconCheck, IconClockHour4, IconCornerDownRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { CardProps } from "./card-props";
import styles from "./cards.module.css";

/** Which card it answers, whether it is agreed, and whether the server has it. */
export function CardFoot({ card, answered }: Pick<CardProps, "card" | "answered">) {
  const t = useTranslations("desk.cards");
  const isAgreed = card.state === "agreed";
  if (!isAgreed && answered === 0 && !card.isWaiting) return null;
  return (
    <p className={styles.foot}>
      {answered > 0 ? (
        <span>
          <IconCornerDownRight aria-hidden /> {t("answers", { n: answered })}
        </span>
      ) : null}
      {isAgreed ? (
        <span>
          <IconCheck aria-hidden />{" "}
          {t(`agreed.${card.kind === "fact" || card.kind === "issue" ? card.kind : "proposal"}`)}
        </span>
      ) : null}
      {card.isWaiting ? (
        <span>
          <IconClockHour4 aria-hidden /> {t("waiting")}
        </span>
      ) : null}
    </p>
  );
}
