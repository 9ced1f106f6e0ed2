import { useLocale, useTranslations } from "next-intl";
import { forceName as nameOfForce } from "@/app/_admin/force-name";
import { stageOf } from "@/app/_status/stage";
import { StageMini } from "@/app/_status/stage-mini";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { DataTable } from "@/app/_ui/lists/data-table";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { Tag } from "@/app/_ui/text/tag";
import type { CountyListInput } from "@/server/statistics/inputs";
import type { CountyPage } from "@/server/statistics/reads/list-county";
import styles from "./drill.module.css";
import { countyHref } from "./links";

interface CountyListProps {
  asked: CountyListInput;
  page: CountyPage;
  now: Date;
}

/** The list behind a figure of the county, with the definition in words: number, type, stage and clock alone, a station at a time. */
export function CountyList({ asked, page, now }: CountyListProps) {
  const t = useTranslations("statistics");
  const l = useTranslations("statistics.county.list");
  const types = useTranslations("vocabulary.disputeTypes");
  const f = useFormat(now);
  const { figure, part, period, basis, month, type, overdue, force } = asked;
  const here = { figure, part, period, basis, month, type, overdue, force };
  const locale = useLocale();
  const words = { days: page.relapseDays };
  const forceName = page.force && nameOfForce(page.force, locale);
  const said = [forceName, type ? types(type) : null, overdue ? l("overdueOnly") : null].filter(Boolean);
  const span = t("span", { from: f.day(page.days.from), until: f.day(page.days.until) });
  return (
    <div className={styles.page}>
      <PageHead
        back={{ href: `/county?period=${period}`, label: l("back") }}
        title={t(`figures.${figure}.label`, words)}
        note={l("note", { span })}
      />
      <Sheet>
        <p>
          <b>{t("drill.counts")}</b>
          {t(`figures.${figure}.counts`, words)}
        </p>
        <p>
          <b>{t("drill.excludes")}</b>
          {t(`figures.${figure}.excludes`, words)}
        </p>
        {page.sealed > 0 ? <p>{l("sealed", { count: page.sealed })}</p> : null}
      </Sheet>
      {page.inCounty !== null && page.stations.length > 1 ? <p>{l("inCounty", { count: page.inCounty })}</p> : null}
      <div className={styles.line}>
        <FilterPills
          label={l("stations")}
          pills={page.stations.map(({ id, name, lines }) => ({
            label: name,
            count: lines ?? undefined,
            href: countyHref({ ...here, stationId: id }),
            isChosen: id === page.station.id,
          }))}
        />
        {said.length > 0 ? <Tag tone="act">{t("drill.filter", { what: said.join(" / ") })}</Tag> : null}
        <span className={styles.total}>{t("drill.total", { count: page.total })}</span>
      </div>
      <Sheet flush>
        {page.rows.length === 0 ? (
          <Empty>{t("drill.none")}</Empty>
        ) : (
          <DataTable
            caption={l("caption")}
            rows={page.rows}
            keyOf={(row) => row.id}
            columns={[
              { key: "number", head: l("number"), label: l("number"), cell: (row) => <b>{row.number}</b> },
              { key: "type", head: l("type"), label: l("type"), cell: (row) => types(row.type) },
              {
                key: "stage",
                head: l("stage"),
                label: l("stage"),
                cell: (row) => (row.isOver ? l("over") : <StageMini at={stageOf(row.status)} />),
              },
              {
                key: "clock",
                head: l("clock"),
                label: l("clock"),
                cell: (row) => (row.dueAt ? `${f.dayTime(row.dueAt)} ${f.left(row.dueAt)}` : null),
              },
              { key: "at", head: t("drill.head.at"), label: t("drill.head.at"), cell: (row) => f.day(row.at) },
            ]}
          />
        )}
      </Sheet>
      {page.next ? (
        <ButtonLink href={countyHref({ ...here, stationId: page.station.id, cursor: page.next })}>
          {t("drill.more")}
        </ButtonLink>
      ) : null}
    </div>
  );
}
