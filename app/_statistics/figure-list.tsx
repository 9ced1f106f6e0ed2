import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { bases, type CommitteeListInput, type DrillInput } from "@/server/statistics/inputs";
import type { DrillPage } from "@/server/statistics/reads/list-drill";
import type { Days } from "@/server/statistics/reads/measure-span";
import styles from "./drill.module.css";
import { DrillTable } from "./drill-table";
import { SegmentLinks } from "./segment-links";

type Asked = DrillInput | CommitteeListInput;

interface FigureListProps {
  asked: Pick<Asked, "figure" | "part" | "basis">;
  page: DrillPage & { days: Days };
  now: Date;
  back: { href: string; label: string };
  /** Of the same list otherwise: of the other part, against another basis, its next rows. */
  hrefOf: (other: Partial<Pick<Asked, "part" | "basis" | "cursor">>) => string;
  /** What its definition is said with. */
  words?: { days: number };
  isRate: boolean;
  isHelper?: boolean;
  hasBases?: boolean;
  filters?: ReactNode;
}

/** The list behind a figure, with the definition in words; the number of its lines is the figure. */
export function FigureList({ asked, page, now, back, hrefOf, words, isRate, ...may }: FigureListProps) {
  const t = useTranslations("statistics");
  const f = useFormat(now);
  const { figure, part, basis } = asked;
  const { isHelper = false, hasBases = true, filters } = may;
  return (
    <div className={styles.page}>
      <PageHead
        back={back}
        title={t(`figures.${figure}.label`, words)}
        note={t("span", { from: f.day(page.days.from), until: f.day(page.days.until) })}
        end={
          hasBases ? (
            <SegmentLinks
              label={t("drill.bases")}
              links={bases.map((one) => ({
                label: t(`basis.${one}`),
                href: hrefOf({ part, basis: one }),
                isChosen: one === basis,
              }))}
            />
          ) : null
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
              count: one === part ? page.total : page.otherTotal,
              href: hrefOf({ part: one }),
              isChosen: one === part,
            }))}
          />
        ) : null}
        {filters}
        <span className={styles.total}>{t("drill.total", { count: page.total })}</span>
      </div>
      <Sheet flush>
        {page.rows.length === 0 ? (
          <Empty>{t("drill.none")}</Empty>
        ) : (
          <DrillTable rows={page.rows} isRate={isRate} isHelper={isHelper} now={now} />
        )}
      </Sheet>
      {page.next ? <ButtonLink href={hrefOf({ part, cursor: page.next })}>{t("drill.more")}</ButtonLink> : null}
    </div>
  );
}
