import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportButton } from "@/app/_export/export-button";
import { withWords } from "@/app/_i18n/client-words";
import { MissingYear } from "@/app/_settings/missing-year";
import { CountyTable } from "@/app/_statistics/county-table";
import { type Query, readChoice } from "@/app/_statistics/read-choice";
import { SegmentLinks } from "@/app/_statistics/segment-links";
import { api, orNotFound } from "@/app/_trpc/server";
import { formatFor } from "@/app/_ui/format/format-for";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { periods } from "@/server/statistics/inputs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics"))("county.title") };
}

async function CountyPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { period } = readChoice(await searchParams);
  const trpc = await api();
  const { days, stations } = await orNotFound(trpc.overview.county({ period }));
  const t = await getTranslations("statistics");
  const f = formatFor(await getLocale());
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
                href: `/county?period=${one}`,
                isChosen: one === period,
              }))}
            />
            <ExportButton sheet="county" input={{ period }} />
          </>
        }
      />
      <MissingYear hasLink />
      <Sheet flush>
        <CountyTable stations={stations} />
      </Sheet>
    </>
  );
}

export default withWords("(office)/county/page", CountyPage);
