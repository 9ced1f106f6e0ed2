import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { Overview } from "@/server/statistics/reads/overview";
import { CountFigures } from "./count-figures";
import type { Choice, RateKey } from "./figure-words";
import styles from "./figures.module.css";
import { ForcesTable } from "./forces-table";
import { HeatGrid } from "./heat-grid";
import { drillHref } from "./links";
import { MonthChart } from "./month-chart";
import { OpenBars } from "./open-bars";
import { OverviewHead } from "./overview-head";
import { DaysFigure, RateFigure } from "./rate-figure";
import { RedTable } from "./red-table";

/** The station head's overview: figures, red list, open disputes, growth and forces; every figure opens its list. */
export function Cockpit({ seen, period, comparison, now }: { seen: Overview; now: Date } & Choice) {
  const t = useTranslations("statistics");
  const tile = { seen, period, comparison };
  const { figures, figuresBefore, relapseDays } = seen;
  const rate = (figure: RateKey) => (
    <RateFigure
      key={figure}
      {...{ figure, figures, figuresBefore, relapseDays, comparison }}
      hrefOf={(part) => drillHref({ figure, part, period })}
    />
  );
  return (
    <div className={styles.page} data-wide>
      <OverviewHead {...tile} />
      <section className={styles.figures} aria-label={t("figuresLabel")}>
        <div className={styles.first}>{(["resolutionRate", "performanceRate", "relapseRate"] as const).map(rate)}</div>
        <div className={styles.rest}>
          {rate("successRate")}
          <DaysFigure {...tile} />
          <CountFigures {...tile} />
        </div>
      </section>
      <div className={styles.middle}>
        <Sheet labelledBy="red" flush>
          <div className={styles.redHead}>
            <SectionHead
              id="red"
              title={t("red.title")}
              note={t("red.mine", { count: seen.red.total })}
              end={<Link href="/red-list">{t("red.all")}</Link>}
            />
          </div>
          <RedTable rows={seen.red.rows} head={seen.head} now={now} windowDays={seen.red.windowDays} />
        </Sheet>
        <OpenBars rows={seen.open} period={period} />
      </div>
      <div className={styles.boxes}>
        <MonthChart months={seen.months} />
        <HeatGrid heat={seen.heat} />
        <Sheet labelledBy="forces">
          <SectionHead
            id="forces"
            title={t("forces.title")}
            note={t("forces.note")}
            end={<Link href={`/forces?period=${period}`}>{t("red.all")}</Link>}
          />
          <ForcesTable rows={seen.forces} period={period} />
        </Sheet>
      </div>
    </div>
  );
}
