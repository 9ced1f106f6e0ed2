import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import type { Plan } from "./choice";
import styles from "./matrix.module.css";
import { PresenceMark } from "./presence-mark";

interface MatrixLegendProps {
  plan: Plan;
  hidden: number;
  showsAll: boolean;
  onShowAll: () => void;
}

const marks = [
  { presence: "can", isRequired: false, word: "can" },
  { presence: "ifNeedBe", isRequired: false, word: "ifNeedBe" },
  { presence: "cannot", isRequired: true, word: "blocks" },
  { presence: "cannot", isRequired: false, word: "cannot" },
  { presence: "unknown", isRequired: false, word: "unknown" },
] as const;

/** What the marks mean, how many hours were tried, and the people not shown yet. */
export function MatrixLegend({ plan, hidden, showsAll, onShowAll }: MatrixLegendProps) {
  const t = useTranslations("convene");
  return (
    <div className={styles.legend}>
      {marks.map(({ word, ...mark }) => (
        <span key={word} aria-hidden="true">
          <PresenceMark {...mark} /> {t(`presence.${word}`)}
        </span>
      ))}
      {hidden > 0 ? (
        <Button small variant="text" onClick={onShowAll} aria-expanded={showsAll}>
          {showsAll ? t("fewerPeople") : t("morePeople", { count: hidden })}
        </Button>
      ) : null}
      <span className={styles.tried}>
        {plan.fits
          ? t("tried", {
              best: plan.slots.length,
              count: plan.tried,
              seconds: (Math.max(plan.tookMs, 10) / 1000).toFixed(2),
            })
          : t("triedNone", { count: plan.tried })}
      </span>
    </div>
  );
}
