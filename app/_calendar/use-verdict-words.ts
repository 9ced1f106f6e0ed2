import { useTranslations } from "next-intl";
import type { Verdict } from "./move-target";

/** A verdict in words: "空着", "沈静、一室那时有安排". */
export function useVerdictWords() {
  const t = useTranslations("calendar.move");
  return (verdict: Verdict | null): string => {
    if (!verdict) return t("asking");
    const names = verdict.names.join(t("comma"));
    return verdict.state === "closed" && !names ? t("closedSomewhere") : t(verdict.state, { names });
  };
}
