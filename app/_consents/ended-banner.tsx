import { useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ConsentMatrix } from "@/server/consents/queries";
import { articles } from "./law";

/** How it ended, and which routes were told. */
export function EndedBanner({ ending, isPolice }: { ending: NonNullable<ConsentMatrix["ending"]>; isPolice: boolean }) {
  const t = useTranslations("consents");
  const outcomes = useTranslations("vocabulary.outcomes");
  const routes = useTranslations("vocabulary.otherRoutes");
  const f = useFormat();
  const at = f.day(ending.at);
  return (
    <Banner tone="amber">
      {ending.refusedBy
        ? isPolice
          ? t("police.ended", { party: ending.refusedBy, at })
          : t("ended", { party: ending.refusedBy, at, article: articles.refusal })
        : t("endedOther", { at, outcome: outcomes(ending.outcome) })}{" "}
      {ending.routesTold.length > 0
        ? t("routes", { routes: ending.routesTold.map((route) => routes(route)).join(t("listComma")) })
        : null}
    </Banner>
  );
}
