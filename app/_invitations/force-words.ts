import { useLocale, useTranslations } from "next-intl";
import { forceName } from "@/app/_admin/force-name";
import { defaultForceCodes } from "@/db/vocabulary";
import type { ForceWords } from "@/server/consents/queries";

/** Under which word of `invitations.roles` it stands what is expected of the person on its seat. */
export const roleOf = (force: Pick<ForceWords, "code">) =>
  defaultForceCodes.find((code) => code === force.code) ?? "other";

/** A force's name in the reader's language, and what is expected of the person on its seat. */
export function useForceWords() {
  const locale = useLocale();
  const t = useTranslations("invitations.roles");
  return { name: (force: ForceWords) => forceName(force, locale), task: (force: ForceWords) => t(roleOf(force)) };
}
