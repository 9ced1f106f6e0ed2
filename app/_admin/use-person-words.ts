import { useLocale, useTranslations } from "next-intl";
import type { CreatePersonInput } from "@/server/people/inputs";
import { forceName } from "./force-name";
import type { PersonChoices } from "./person";

/** What is known of a person as labelled words, in the order of the form. */
export function usePersonWords({
  places,
  experts,
  forces,
}: PersonChoices): (values: CreatePersonInput) => { label: string; value: string }[] {
  const t = useTranslations("admin.person");
  const roleWord = useTranslations("vocabulary.roles");
  const locale = useLocale();
  const nameIn = (rows: readonly { id: string; name: string }[], id: string | null) =>
    rows.find((row) => row.id === id)?.name ?? "";
  const points = places.stations.flatMap((station) => station.points);
  return (values) => [
    { label: t("name"), value: values.name },
    { label: t("role"), value: roleWord(values.role) },
    { label: t("phone"), value: values.phone },
    { label: t("employer"), value: values.employer },
    { label: t("post"), value: values.post },
    { label: t("postEn"), value: values.postEn ?? "" },
    { label: t("station"), value: nameIn(places.stations, values.stationId) },
    { label: t("committee"), value: nameIn(places.committees, values.committeeId) },
    {
      label: t("forces"),
      value: forces
        .filter((force) => values.forceCodes.includes(force.code))
        .map((force) => forceName(force, locale))
        .join(locale === "en" ? ", " : "、"),
    },
    { label: t("area"), value: values.area },
    { label: t("point"), value: nameIn(points, values.pointId) },
    { label: t("deputy"), value: nameIn(experts, values.deputyId) },
  ];
}
