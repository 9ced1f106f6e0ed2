import { useTranslations } from "next-intl";
import { DataTable } from "@/app/_ui/lists/data-table";
import type { FigureValue } from "@/server/statistics/reads/count-figures";
import type { County } from "@/server/statistics/reads/overview";
import styles from "./drill.module.css";
import { fewCases } from "./figure-words";

type Station = County["stations"][number];

const counts = ["received", "accepted", "open", "agreed", "performed"] as const;
const rates = ["resolutionRate", "successRate", "performanceRate"] as const;

/** One line per station: counts, then rates with both numbers below. It links to no dispute. */
export function CountyTable({ stations }: { stations: readonly Station[] }) {
  const t = useTranslations("statistics");
  return (
    <DataTable
      caption={t("county.caption")}
      rows={stations}
      keyOf={(row) => row.id}
      columns={[
        { key: "station", head: t("county.station"), label: t("county.station"), cell: (row) => <Name {...row} /> },
        ...counts.map((key) => ({
          key,
          head: t(`figures.${key}.label`),
          label: t(`figures.${key}.label`),
          isNumber: true,
          cell: (row: Station) => row.figures[key].numerator,
        })),
        ...rates.map((key) => ({
          key,
          head: t(`figures.${key}.label`),
          label: t(`figures.${key}.label`),
          isNumber: true,
          cell: (row: Station) => <Rate value={row.figures[key]} />,
        })),
        {
          key: "medianDays",
          head: t("figures.medianDays.label"),
          label: t("figures.medianDays.label"),
          isNumber: true,
          cell: (row: Station) =>
            row.figures.medianDays.numerator ? Math.round(row.figures.medianDays.median ?? 0) : t("noMedian"),
        },
      ]}
    />
  );
}

function Name({ name, successor }: Station) {
  const t = useTranslations("statistics.county");
  if (!successor) return <b>{name}</b>;
  return (
    <span className={styles.case}>
      <b>{name}</b>
      <span className={styles.facts}>{t("countedThere", { name: successor })}</span>
    </span>
  );
}

function Rate({ value }: { value: FigureValue }) {
  const t = useTranslations("statistics");
  const denominator = value.denominator ?? 0;
  const both = t("county.of", { numerator: value.numerator, denominator });
  if (denominator === 0) return <>{t("noMedian")}</>;
  return (
    <span className={styles.case}>
      <span>{denominator < fewCases ? both : `${((value.numerator / denominator) * 100).toFixed(1)}%`}</span>
      <span className={styles.facts}>{denominator < fewCases ? t("smallSample") : both}</span>
    </span>
  );
}
