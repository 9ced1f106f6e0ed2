import { useTranslations } from "next-intl";
import { FigureList } from "@/app/_statistics/figure-list";
import { committeeHref } from "@/app/_statistics/links";
import type { CommitteeListInput } from "@/server/statistics/inputs";
import type { DrillPage } from "@/server/statistics/reads/list-drill";
import type { Days } from "@/server/statistics/reads/measure-span";

interface RateListProps {
  asked: CommitteeListInput;
  page: DrillPage & { days: Days };
  now: Date;
}

/** The list behind a rate of the committee. */
export function RateList({ asked, page, now }: RateListProps) {
  const t = useTranslations("committee.rates");
  const { figure, period, basis } = asked;
  return (
    <FigureList
      {...{ asked, page, now }}
      back={{ href: `/committee?period=${period}`, label: t("back") }}
      hrefOf={(other) => committeeHref({ figure, period, basis, ...other })}
      isRate
    />
  );
}
