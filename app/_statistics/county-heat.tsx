import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { Empty } from "@/app/_ui/feedback/empty";
import { useMonthWord } from "@/app/_ui/format/month-words";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { type DisputeType, disputeTypes } from "@/db/vocabulary";
import type { County } from "@/server/statistics/reads/county";
import type { Choice } from "./figure-words";
import { heatPart, levelOf } from "./heat-grid";
import styles from "./heat-grid.module.css";
import { countyHref } from "./links";

interface CountyHeatProps extends Choice {
  seen: County;
  type: DisputeType | null;
}

/** New disputes by station and month, of all types or of one: a table of numbers, each linked to its list. */
export function CountyHeat({ seen, type, period, comparison }: CountyHeatProps) {
  const t = useTranslations("statistics");
  const types = useTranslations("vocabulary.disputeTypes");
  const word = useMonthWord();
  const { months, cells } = seen.heat;
  const sum = (wanted: (cell: (typeof cells)[number]) => boolean) =>
    cells.filter(wanted).reduce((all, { n }) => all + n, 0);
  const here = (one: DisputeType | null) =>
    `/county?${new URLSearchParams({ period, comparison, ...(one ? { type: one } : {}) })}#heat`;
  const isOfType = (one: DisputeType) => type === null || one === type;
  const stations = seen.stations
    .filter(({ successor }) => successor === null)
    .map(({ id, name }) => ({
      id,
      name,
      counts: months.map((month) =>
        sum((cell) => cell.stationId === id && cell.month === month && isOfType(cell.type)),
      ),
    }));
  return (
    <Sheet labelledBy="heat">
      <SectionHead id="heat" title={t("county.heatTitle")} note={t("county.heatNote")} />
      <FilterPills
        label={t("county.types")}
        pills={[
          { label: t("county.allTypes"), count: sum(() => true), href: here(null), isChosen: type === null },
          ...disputeTypes
            .map((one) => ({ one, count: sum((cell) => cell.type === one) }))
            .filter(({ one, count }) => count > 0 || one === type)
            .sort((a, b) => b.count - a.count)
            .map(({ one, count }) => ({ label: types(one), count, href: here(one), isChosen: one === type })),
        ]}
      />
      {cells.length === 0 ? <Empty>{t("heat.none")}</Empty> : null}
      <table className={styles.heat}>
        <caption className="sr-only">{t("county.heatCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t("county.station")}</span>
            </th>
            {months.map((month, i) => (
              <th key={month} scope="col">
                {i === months.length - 1
                  ? t.rich("heat.unfinished", { month: word(month), part: heatPart })
                  : heatPart(word(month))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stations.map(({ id, name, counts }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {counts.map((count, i) => {
                const month = months[i] ?? "";
                return (
                  <td key={month} data-level={levelOf(count)}>
                    <Link
                      href={countyHref({ figure: "received", month, stationId: id, type: type ?? undefined })}
                      aria-label={t("heat.cell", { place: name, month: word(month), count })}
                    >
                      {count}
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
