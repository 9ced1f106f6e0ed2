import { useLocale, useTranslations } from "next-intl";
import type { OtherRoute } from "@/db/vocabulary";

/** 可以告诉他们还能走：仲裁、向法院起诉。 (人民调解法 26) */
export function RoutesWords({ routes }: { routes: readonly OtherRoute[] }) {
  const t = useTranslations("disputes");
  const route = useTranslations("vocabulary.otherRoutes");
  const comma = useLocale() === "en" ? ", " : "、";
  return <>{t("routes", { routes: routes.map((one) => route(one)).join(comma) })}</>;
}
