import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { Tag } from "@/app/_ui/text/tag";
import type { DrillInput } from "@/server/statistics/inputs";
import type { ForceRow } from "@/server/statistics/reads/forces";
import { drillHref } from "./links";

interface DrillFiltersProps {
  asked: DrillInput;
  force: ForceRow | null;
  point: string | null;
}

/** The filter that the pressed cell or segment set on the list, with a link that removes it. */
export function DrillFilters({ asked, force, point }: DrillFiltersProps) {
  const t = useTranslations("statistics");
  const risk = useTranslations("ui.risk.word");
  const locale = useLocale();
  const { filter, figure, part, period, basis, month } = asked;
  const said = [
    filter.pointId ? (point ?? t("heat.elsewhere")) : null,
    filter.risk ? risk(filter.risk) : null,
    filter.age ? t(`open.age.${filter.age}`) : null,
    force ? (locale === "en" ? force.nameEn : force.nameZh) : null,
  ].filter((word) => word !== null);
  if (said.length === 0) return null;
  return (
    <>
      <Tag tone="act">{t("drill.filter", { what: said.join(" / ") })}</Tag>
      <Link href={drillHref({ figure, part, period, basis, month })}>{t("drill.clear")}</Link>
    </>
  );
}
