import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import type { Today } from "@/server/disputes/reads/today";

export type Show = keyof Today["counts"];

export function TodayHead({ show, counts, now }: { show: Show; counts: Today["counts"]; now: Date }) {
  const t = useTranslations("today");
  const consultations = useTranslations("consultations");
  const f = useFormat(now);
  const pill = (one: Show, href: string) => ({
    label: t(`show.${one}`),
    count: counts[one],
    href,
    isChosen: one === show,
  });
  return (
    <PageHead
      title={t("title")}
      note={f.dateTime(now)}
      end={
        <Line>
          <FilterPills
            label={t("which")}
            pills={[pill("toDo", "/today"), pill("waiting", "/today?show=waiting"), pill("mine", "/today?show=mine")]}
          />
          <ButtonLink small href="/consultations">
            {consultations("entry")}
          </ButtonLink>
        </Line>
      }
    />
  );
}
