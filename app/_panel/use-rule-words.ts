import { useTranslations } from "next-intl";
import type { PanelNeed } from "@/db/vocabulary";
import type { PanelChoice } from "@/server/panel/parts/choose-panel";

/** "必请 1 席"; a force that is not asked has no seats. */
export function useNeedWords(): (rule: { need: PanelNeed; seats: number }) => string {
  const t = useTranslations("panel.rules");
  const needs = useTranslations("vocabulary.panelNeeds");
  return ({ need, seats }) => (need === "none" ? needs(need) : t("needSeats", { need: needs(need), seats }));
}

/** Why a force is asked, or not: the committee's own text, else the default's reason. */
export function useWhyWords(): (choice: Pick<PanelChoice, "why" | "reason">) => string {
  const t = useTranslations("panel.why");
  return ({ why, reason }) => reason || (why ? t(why) : t("nothing"));
}
