import { useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";
import { useFormat } from "@/app/_ui/format/use-format";
import type { DutyNow } from "@/server/consultations/reads/questions";

/** Who would answer now and until when; or that nobody would, and who comes next. */
export function DutyLine({ duty }: { duty: DutyNow }) {
  const t = useTranslations("consultations.duty");
  const f = useFormat();
  const { on, next, minutes } = duty;
  if (on) return <Banner>{t("now", { name: on.name, until: f.nearDay(on.until), minutes })}</Banner>;
  return (
    <Banner tone="amber">
      {t("none")} {next ? t("next", { name: next.name, from: f.nearDay(next.from) }) : t("noNext")}
    </Banner>
  );
}
