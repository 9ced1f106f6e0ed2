import { useTranslations } from "next-intl";
import drill from "@/app/_statistics/drill.module.css";
import { DrillTable } from "@/app/_statistics/drill-table";
import { SegmentLinks } from "@/app/_statistics/segment-links";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { bases, type CommitteeListInput } from "@/server/statistics/inputs";
import type { DrillPage } from "@/server/statistics/reads/list-drill";
import type { Days } from "@/server/statistics/reads/measure-span";
import { rateHref } from "./rate-href";

interface RateListProps {
  asked: CommitteeListInput;
  page: DrillPage & { days: Days };
  now: Date;
}

/** The list behind a rate of the committee, with its definition in words; it has as many lines as the rate counts. */
export function RateList({ asked, page, now }: RateListProps) {
  const t = useTranslations("statistics");
  const committee = useTranslations("committee.rates");
  const f = useFormat(now);
  const { figure, part, period, basis } = asked;
  const here = { figure, period, basis };
  const total = (one: "numerator" | "denominator") => (one === part ? page.total : page.otherTotal);
  return (
    <div className={drill.page}>
      <PageHead
        back={{ href: `/committee?period=${period}`, label: committee("back") }}
        title={t(`figures.${figure}.label`)}
        note={t("span", { from: f.day(page.days.from), until: f.day(page.days.until) })}
        end={
          <SegmentLinks
            label={t("drill.bases")}
            links={bases.map((one) => ({
              label: t(`basis.${one}`),
              href: rateHref({ ...here, part, basis: one }),
              isChosen: one === basis,
            }))}
          />
        }
      />
      <Sheet labelledBy="how">
        <h2 id="how" className="sr-only">
          {t("drill.how")}
        </h2>
        <p>
          <b>{t("drill.counts")}</b>
          {t(`figures.${figure}.counts`)}
        </p>
        <p>
          <b>{t("drill.excludes")}</b>
          {t(`figures.${figure}.excludes`)}
        </p>
      </Sheet>
      <div className={drill.line}>
        <FilterPills
          label={t("drill.parts")}
          pills={(["numerator", "denominator"] as const).map((one) => ({
            label: t(`figures.${figure}.${one}`),
            count: total(one),
            href: rateHref({ ...here, part: one }),
            isChosen: one === part,
          }))}
        />
        <span className={drill.total}>{t("drill.total", { count: page.total })}</span>
      </div>
      <Sheet flush>
        {page.rows.length === 0 ? (
          <Empty>{t("drill.none")}</Empty>
        ) : (
          <DrillTable rows={page.rows} isRate isHelper={false} now={now} />
        )}
      </Sheet>
      {page.next ? (
        <ButtonLink href={rateHref({ ...here, part, cursor: page.next })}>{t("drill.more")}</ButtonLink>
      ) : null}
    </div>
  );
}
