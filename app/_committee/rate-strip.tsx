import { useTranslations } from "next-intl";
import type { Choice } from "@/app/_statistics/figure-words";
import { committeeHref } from "@/app/_statistics/links";
import { RateFigure } from "@/app/_statistics/rate-figure";
import { SegmentLinks } from "@/app/_statistics/segment-links";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { FigureStrip } from "@/app/_ui/text/figure";
import { committeeFigureKeys } from "@/server/statistics/choices";
import { periods } from "@/server/statistics/inputs";
import type { CommitteeFigures } from "@/server/statistics/reads/committee-figures";
import styles from "./committee.module.css";

/** The rates of the committee in a period, each with both its numbers, and each number with its list. */
export function RateStrip({ rates, period, comparison }: { rates: CommitteeFigures } & Choice) {
  const t = useTranslations("statistics");
  const committee = useTranslations("committee.rates");
  const f = useFormat();
  const { days, figures, figuresBefore } = rates;
  return (
    <div className={styles.rates}>
      <SectionHead
        id="rates"
        title={committee("title")}
        note={t("span", { from: f.day(days.from), until: f.day(days.until) })}
        end={
          <SegmentLinks
            label={t("periodLabel")}
            links={periods.map((one) => ({
              label: t(`period.${one}`),
              href: `/committee?period=${one}`,
              isChosen: one === period,
            }))}
          />
        }
      />
      <FigureStrip label={committee("title")}>
        {committeeFigureKeys.map((figure) => (
          <RateFigure
            key={figure}
            {...{ figure, figures, figuresBefore, comparison }}
            hrefOf={(part) => committeeHref({ figure, part, period })}
          />
        ))}
      </FigureStrip>
    </div>
  );
}
