import { useLocale, useTranslations } from "next-intl";
import { forceName } from "@/app/_admin/force-name";
import { Link } from "@/app/_ui/actions/link";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { DataTable } from "@/app/_ui/lists/data-table";
import type { Period } from "@/server/statistics/inputs";
import type { County } from "@/server/statistics/reads/county";
import type { ForceRow } from "@/server/statistics/reads/forces";
import styles from "./drill.module.css";
import { fewCases } from "./figure-words";
import { countyHref } from "./links";

/** How each force answered each station: one line per station, one column per force; each opens the matters it was asked for. */
export function CountyForces({ seen, period }: { seen: County; period: Period }) {
  const t = useTranslations("statistics.county");
  const locale = useLocale();
  const forces = seen.forces[0]?.rows ?? [];
  const nameOf = (id: string) => seen.stations.find((station) => station.id === id)?.name ?? "";
  return (
    <Sheet labelledBy="forces" flush>
      <div className={styles.pad}>
        <SectionHead id="forces" title={t("forcesTitle")} note={t("forcesNote")} />
      </div>
      <DataTable
        caption={t("forcesCaption")}
        rows={seen.forces}
        keyOf={(row) => row.stationId}
        columns={[
          { key: "station", head: t("station"), label: t("station"), cell: (row) => <b>{nameOf(row.stationId)}</b> },
          ...forces.map((force) => ({
            key: force.code,
            head: forceName(force, locale),
            label: forceName(force, locale),
            isNumber: true,
            cell: (row: County["forces"][number]) => (
              <Accepted
                force={row.rows.find(({ code }) => code === force.code)}
                href={countyHref({
                  figure: "forceAccepted",
                  part: "denominator",
                  period,
                  stationId: row.stationId,
                  force: force.code,
                })}
              />
            ),
          })),
        ]}
      />
    </Sheet>
  );
}

function Accepted({ force, href }: { force: ForceRow | undefined; href: string }) {
  const t = useTranslations("statistics");
  const { numerator, denominator } = force?.accepted ?? { numerator: 0, denominator: 0 };
  if (!force?.asked) return <span className={styles.facts}>{t("county.neverAsked")}</span>;
  const both = t("county.of", { numerator, denominator: denominator ?? 0 });
  if (!denominator) return <>{both}</>;
  if (denominator < fewCases) return <Link href={href}>{both}</Link>;
  return (
    <span className={styles.case}>
      <Link href={href}>{((numerator / denominator) * 100).toFixed(1)}%</Link>
      <span className={styles.facts}>{both}</span>
    </span>
  );
}
