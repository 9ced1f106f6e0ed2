import { useTranslations } from "next-intl";
import { Strip } from "@/app/_ui/feedback/strip";
import { useFormat } from "@/app/_ui/format/use-format";
import type { DutyNow } from "@/server/consultations/reads/questions";

/** Who would answer now and until when; or that nobody would, and who comes next. */
export function DutyLine({ duty }: { duty: DutyNow }) {
  const t = useTranslations("consultations.duty");
  const f = useFormat();
  const { on, next, minutes } = duty;
  if (on) return <Strip>{t("now", { name: on.name, until: f.nearDay(on.until), minutes })}</Strip>;
  return (
    <Strip tone="amber">
      {t("none")} {next ? t("next", { name: next.name, from: f.nearDay(next.from) }) : t("noNext")}
    </Strip>
  );
}
