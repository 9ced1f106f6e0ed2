import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { bases, type DrillInput } from "@/server/statistics/inputs";
import type { ForceRow } from "@/server/statistics/reads/forces";
import type { DrillPage } from "@/server/statistics/reads/list-drill";
import type { Days } from "@/server/statistics/reads/measure-span";
import styles from "./drill.module.css";
import { DrillFilters } from "./drill-filters";
import { DrillTable } from "./drill-table";
import { drillHref } from "./links";
import { SegmentLinks } from "./segment-links";

interface DrillListProps {
  asked: DrillInput;
  page: DrillPage & { days: Days; relapseDays: number };
  force: ForceRow | null;
  point: string | null;
  now: Date;
}

const rates: readonly string[] = [
  "resolutionRate",
  "successRate",
  "successOfAccepted",
  "performanceRate",
  "relapseRate",
  "forceAccepted",
  "forceAttended",
];

/** The list behind a figure, with the definition in words; the number of its lines is the figure. */
export function DrillList({ asked, page, force, point, now }: DrillListProps) {
  const t = useTranslations("statistics");
  const f = useFormat(now);
  const { figure, part, period, basis, month, filter } = asked;
  const words = { days: page.relapseDays };
  const isRate = rates.includes(figure);
  const here = { figure, period, basis, month, ...filter };
  const total = (one: "numerator" | "denominator") => (one === part ? page.total : page.otherTotal);
  return (
    <div className={styles.page}>
      <PageHead
        back={{ href: `/overview?period=${period}`, label: t("drill.back") }}
        title={t(`figures.${figure}.label`, words)}
        note={t("span", { from: f.day(page.days.from), until: f.day(page.days.until) })}
        end={
          month ? null : (
            <SegmentLinks
              label={t("drill.bases")}
              links={bases.map((one) => ({
                label: t(`basis.${one}`),
                href: drillHref({ ...here, part, basis: one }),
                isChosen: one === basis,
              }))}
            />
          )
        }
      />
      <Sheet labelledBy="how">
        <h2 id="how" className="sr-only">
          {t("drill.how")}
        </h2>
        <p>
          <b>{t("drill.counts")}</b>
          {t(`figures.${figure}.counts`, words)}
        </p>
        <p>
          <b>{t("drill.excludes")}</b>
          {t(`figures.${figure}.excludes`, words)}
        </p>
      </Sheet>
      <div className={styles.line}>
        {isRate ? (
          <FilterPills
            label={t("drill.parts")}
            pills={(["numerator", "denominator"] as const).map((one) => ({
              label: t(`figures.${figure}.${one}`),
              count: total(one),
              href: drillHref({ ...here, part: one }),
              isChosen: one === part,
            }))}
          />
        ) : null}
        <DrillFilters asked={asked} force={force} point={point} />
        <span className={styles.total}>{t("drill.total", { count: page.total })}</span>
      </div>
      <Sheet flush>
        {page.rows.length === 0 ? (
          <Empty>{t("drill.none")}</Empty>
        ) : (
          <DrillTable rows={page.rows} isRate={isRate} isHelper={figure.startsWith("force")} now={now} />
        )}
      </Sheet>
      {page.next ? (
        <ButtonLink href={drillHref({ ...here, part, cursor: page.next })}>{t("drill.more")}</ButtonLink>
      ) : null}
    </div>
  );
}
