import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";
import { useFormat } from "@/app/_ui/format/use-format";
import type { OpenEmergency } from "@/server/windows/queries";

/** On every page of a dispute while somebody reads it in an emergency: who, who confirmed it, until when, and why. */
export function EmergencyBanners({ emergencies, now }: { emergencies: readonly OpenEmergency[]; now: Date }) {
  const t = useTranslations("restricted");
  const f = useFormat(now);
  return emergencies.map(({ id, asker, second, reason, endsAt }) => (
    <Banner key={id} tone="amber" icon={<IconAlertTriangle aria-hidden />}>
      {t("banner", { asker, second, at: f.dayTime(endsAt), reason })}
    </Banner>
  ));
}
