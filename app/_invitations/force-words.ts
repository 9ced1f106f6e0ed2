import { useLocale, useTranslations } from "next-intl";
import { defaultForceCodes } from "@/db/vocabulary";
import type { ForceWords } from "@/server/consents/queries";

/** A force's name in the reader's language, and what is expected of the person on its seat. */
export function useForceWords() {
  const locale = useLocale();
  const t = useTranslations("invitations.roles");
  return {
    name: (force: ForceWords) => (locale === "en" ? force.nameEn : force.nameZh),
    task: (force: ForceWords) => t(defaultForceCodes.find((code) => code === force.code) ?? "other"),
  };
}
