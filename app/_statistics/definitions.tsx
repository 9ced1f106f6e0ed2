import { useTranslations } from "next-intl";
import { Sheet } from "@/app/_ui/layout/sheet";
import { countyShown } from "@/server/statistics/choices";
import styles from "./drill.module.css";

/** What each figure of the county counts, and what it leaves out. */
export function Definitions({ relapseDays }: { relapseDays: number }) {
  const t = useTranslations("statistics");
  const words = { days: relapseDays };
  return (
    <Sheet>
      <details>
        <summary>{t("county.definitions")}</summary>
        <dl className={styles.defined}>
          {countyShown.map((figure) => (
            <div key={figure}>
              <dt>
                <b>{t(`figures.${figure}.label`, words)}</b>
              </dt>
              <dd>
                {t(`figures.${figure}.counts`, words)} {t("drill.excludes")}
                {t(`figures.${figure}.excludes`, words)}
              </dd>
            </div>
          ))}
          <div>
            <dt>
              <b>{t("county.overdue")}</b>
            </dt>
            <dd>{t("county.overdueCounts")}</dd>
          </div>
        </dl>
      </details>
    </Sheet>
  );
}
