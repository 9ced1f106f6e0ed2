import { useTranslations } from "next-intl";
import type { DrillInput } from "@/server/statistics/inputs";
import type { ForceRow } from "@/server/statistics/reads/forces";
import type { DrillPage } from "@/server/statistics/reads/list-drill";
import type { Days } from "@/server/statistics/reads/measure-span";
import { DrillFilters } from "./drill-filters";
import { FigureList } from "./figure-list";
import { drillHref } from "./links";

interface DrillListProps {
  asked: DrillInput;
  page: DrillPage & { days: Days; relapseDays: number };
  force: ForceRow | null;
  point: string | null;
  now: Date;
}

const rates: readonly string[] = [
  "resolutionRate",
  "successRate",
  "successOfAccepted",
  "performanceRate",
  "relapseRate",
  "forceAccepted",
  "forceAttended",
];

/** The list behind a figure of the overview. */
export function DrillList({ asked, page, force, point, now }: DrillListProps) {
  const t = useTranslations("statistics");
  const { figure, period, basis, month, filter } = asked;
  const here = { figure, period, basis, month, ...filter };
  return (
    <FigureList
      {...{ asked, page, now }}
      back={{ href: `/overview?period=${period}`, label: t("drill.back") }}
      hrefOf={(other) => drillHref({ ...here, ...other })}
      words={{ days: page.relapseDays }}
      isRate={rates.includes(figure)}
      isHelper={figure.startsWith("force")}
      hasBases={!month}
      filters={<DrillFilters asked={asked} force={force} point={point} />}
    />
  );
}
