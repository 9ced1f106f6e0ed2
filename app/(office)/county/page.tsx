import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportButton } from "@/app/_export/export-button";
import { withWords } from "@/app/_i18n/client-words";
import { MissingYear } from "@/app/_settings/missing-year";
import { CountyFigures } from "@/app/_statistics/county-figures";
import { CountyForces } from "@/app/_statistics/county-forces";
import { CountyHeat } from "@/app/_statistics/county-heat";
import { CountyTable } from "@/app/_statistics/county-table";
import { Definitions } from "@/app/_statistics/definitions";
import styles from "@/app/_statistics/drill.module.css";
import { countyHref } from "@/app/_statistics/links";
import { MonthChart } from "@/app/_statistics/month-chart";
import { type Query, readChoice, readType } from "@/app/_statistics/read-choice";
import { SegmentLinks } from "@/app/_statistics/segment-links";
import { api, orNotFound } from "@/app/_trpc/server";
import { formatFor } from "@/app/_ui/format/format-for";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { comparisons, periods } from "@/server/statistics/inputs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics"))("county.title") };
}

/** The county: the total, the stations beside each other, where it grows, how the forces answer; figures open lists without names. */
async function CountyPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const choice = readChoice(query);
  const { period, comparison } = choice;
  const trpc = await api();
  const seen = await orNotFound(trpc.overview.county(choice));
  const t = await getTranslations("statistics");
  const f = formatFor(await getLocale());
  const { days } = seen;
  const href = (next: typeof choice) => `/county?period=${next.period}&comparison=${next.comparison}`;
  return (
    <>
      <PageHead
        title={t("county.title")}
        note={t("county.note", { span: t("span", { from: f.day(days.from), until: f.day(days.until) }) })}
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
            <ExportButton sheet="county" input={choice} />
          </>
        }
      />
      <MissingYear hasLink />
      <CountyFigures seen={seen} {...choice} />
      <Sheet flush>
        <CountyTable seen={seen} period={period} />
      </Sheet>
      <div className={styles.two} data-wide>
        <MonthChart months={seen.months} hrefOf={countyHref} />
        <CountyHeat seen={seen} type={readType(query)} {...choice} />
      </div>
      <CountyForces seen={seen} period={period} />
      <Definitions relapseDays={seen.relapseDays} />
    </>
  );
}

export default withWords("(office)/county/page", CountyPage);
