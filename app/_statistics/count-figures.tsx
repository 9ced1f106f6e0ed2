import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { formatNumber } from "@/app/_ui/format/format-number";
import type { Overview } from "@/server/statistics/reads/overview";
import type { Choice } from "./figure-words";
import styles from "./figures.module.css";
import { drillHref } from "./links";

const counts = ["accepted", "open", "notAccepted", "agreed", "performed", "resolved"] as const;
/** Shown only where there is something of it. */
const rare = ["untouched"] as const;

/** Plain counts in one tile; each opens its list and shows the count it is compared with. */
export function CountFigures({ seen, period, comparison }: { seen: Overview } & Choice) {
  const t = useTranslations("statistics");
  return (
    <ul className={styles.counts} aria-label={t("countsLabel")}>
      {[...counts, ...rare.filter((one) => seen.figures[one].numerator + seen.figuresBefore[one].numerator > 0)].map(
        (figure) => {
          const before = formatNumber(seen.figuresBefore[figure].numerator);
          return (
            <li key={figure}>
              <Link
                href={drillHref({ figure, period })}
                title={
                  comparison === "lastYear"
                    ? t("change.countLastYear", { count: before })
                    : t("change.countPrevious", { count: before })
                }
              >
                <span>{t(`figures.${figure}.label`)}</span>
                <b>{formatNumber(seen.figures[figure].numerator)}</b>
              </Link>
            </li>
          );
        },
      )}
    </ul>
  );
}
