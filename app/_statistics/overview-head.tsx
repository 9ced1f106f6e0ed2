import { useTranslations } from "next-intl";
import { ExportButton } from "@/app/_export/export-button";
import { useFormat } from "@/app/_ui/format/use-format";
import { PageHead } from "@/app/_ui/layout/page-head";
import { comparisons, periods } from "@/server/statistics/inputs";
import type { Overview } from "@/server/statistics/reads/overview";
import type { Choice } from "./figure-words";
import { SegmentLinks } from "./segment-links";

/** Whose figures, for which days, and the two switches. */
export function OverviewHead({ seen, period, comparison }: { seen: Overview } & Choice) {
  const t = useTranslations("statistics");
  const f = useFormat();
  const href = (choice: Choice) => `/overview?period=${choice.period}&comparison=${choice.comparison}`;
  const span = t("span", { from: f.day(seen.days.from), until: f.day(seen.days.until) });
  return (
    <PageHead
      title={t("title")}
      note={t("station", { station: seen.station, span })}
      end={
        <>
          <SegmentLinks
            label={t("periodLabel")}
            links={periods.map((one) => ({
              label: t(`period.${one}`),
              href: href({ period: one, comparison }),
              isChosen: one === period,
            }))}
          />
          <SegmentLinks
            label={t("comparisonLabel")}
            links={comparisons.map((one) => ({
              label: t(`comparison.${one}`),
              href: href({ period, comparison: one }),
              isChosen: one === comparison,
            }))}
          />
          <ExportButton sheet="overview" input={{ period, comparison }} />
        </>
      }
    />
  );
}
