import { useTranslations } from "next-intl";
import type { Option } from "@/app/_ui/fields/select-field";
import type { Track } from "@/db/vocabulary";
import { mayLead } from "@/server/disputes/choices";
import type { LeadChoice } from "@/server/disputes/reads/choices";

/** Who may lead this track, with the number of disputes each leads now. The server checks again. */
export function useLeadOptions(people: readonly LeadChoice[], track: Track): Option[] {
  const t = useTranslations("disputes.lead");
  return people
    .filter(({ role }) => mayLead(role, track))
    .map(({ id, name, post, open }) => ({ value: id, label: t("option", { name, post, open }) }));
}
