import { IconAlertTriangle } from "@tabler/icons-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Banner } from "@/app/_ui/feedback/banner";
import { formatFor } from "@/app/_ui/format/format-for";
import type { OpenEmergency } from "@/server/windows/queries";

/** On every page of a dispute while somebody reads it in an emergency: who, who confirmed it, until when, and why. */
export async function EmergencyBanners({ emergencies, now }: { emergencies: readonly OpenEmergency[]; now: Date }) {
  const t = await getTranslations("restricted");
  const f = formatFor(await getLocale(), now);
  return emergencies.map(({ id, asker, second, reason, endsAt }) => (
    <Banner key={id} tone="amber" icon={<IconAlertTriangle aria-hidden />}>
      {t("banner", { asker, second, at: f.dayTime(endsAt), reason })}
    </Banner>
  ));
}
