import { getTranslations } from "next-intl/server";
import { api } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";

/** Says that a year's days off have to be entered; for those who can. */
export async function MissingYear({ hasLink = false }: { hasLink?: boolean }) {
  const { year, isMissing } = await (await api()).settings.missingYear({});
  if (!isMissing) return null;
  const t = await getTranslations("settings");
  return (
    <Banner
      tone="amber"
      action={
        hasLink ? (
          <ButtonLink small href="/rules">
            {t("alarmGo")}
          </ButtonLink>
        ) : null
      }
    >
      {t("alarm", { year: String(year) })}
    </Banner>
  );
}
