import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { DataTable } from "@/app/_ui/lists/data-table";
import type { Period } from "@/server/statistics/inputs";
import type { FigureValue } from "@/server/statistics/reads/count-figures";
import type { County, CountyStation } from "@/server/statistics/reads/county";
import styles from "./drill.module.css";
import { fewCases } from "./figure-words";
import { countyHref } from "./links";

const counts = ["received", "accepted", "open", "agreed", "performed"] as const;
const rates = ["resolutionRate", "successRate", "performanceRate", "relapseRate"] as const;
/** Stands for all stations in the last line. */
const whole = "total";

interface CountyTableProps {
  seen: Pick<County, "stations" | "total" | "relapseDays">;
  period: Period;
}

/** One line per station and one for all: counts, what is late, then rates with both numbers below. Each opens its list. */
export function CountyTable({ seen, period }: CountyTableProps) {
  const t = useTranslations("statistics");
  const words = { days: seen.relapseDays };
  const stations: CountyStation[] = [
    ...seen.stations,
    { id: whole, name: t("county.total"), successor: null, ...seen.total },
  ];
  const of = (row: CountyStation) => ({ period, stationId: row.id === whole ? undefined : row.id });
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
          cell: (row: CountyStation) => (
            <Link href={countyHref({ figure: key, ...of(row) })}>{row.figures[key].numerator}</Link>
          ),
        })),
        {
          key: "overdue",
          head: t("county.overdue"),
          label: t("county.overdue"),
          isNumber: true,
          cell: (row) => <Link href={countyHref({ figure: "open", overdue: "yes", ...of(row) })}>{row.overdue}</Link>,
        },
        ...rates.map((key) => ({
          key,
          head: t(`figures.${key}.label`, words),
          label: t(`figures.${key}.label`, words),
          isNumber: true,
          cell: (row: CountyStation) => (
            <Rate value={row.figures[key]} href={countyHref({ figure: key, part: "denominator", ...of(row) })} />
          ),
        })),
        {
          key: "medianDays",
          head: t("figures.medianDays.label"),
          label: t("figures.medianDays.label"),
          isNumber: true,
          cell: (row) =>
            row.figures.medianDays.numerator ? (
              <Link href={countyHref({ figure: "medianDays", ...of(row) })}>
                {Math.round(row.figures.medianDays.median ?? 0)}
              </Link>
            ) : (
              t("noMedian")
            ),
        },
      ]}
    />
  );
}

function Name({ name, successor }: CountyStation) {
  const t = useTranslations("statistics.county");
  if (!successor) return <b>{name}</b>;
  return (
    <span className={styles.case}>
      <b>{name}</b>
      <span className={styles.facts}>{t("countedThere", { name: successor })}</span>
    </span>
  );
}

function Rate({ value, href }: { value: FigureValue; href: string }) {
  const t = useTranslations("statistics");
  const denominator = value.denominator ?? 0;
  const both = t("county.of", { numerator: value.numerator, denominator });
  if (denominator === 0) return <>{t("noMedian")}</>;
  return (
    <span className={styles.case}>
      <Link href={href}>
        {denominator < fewCases ? both : `${((value.numerator / denominator) * 100).toFixed(1)}%`}
      </Link>
      <span className={styles.facts}>{denominator < fewCases ? t("smallSample") : both}</span>
    </span>
  );
}
