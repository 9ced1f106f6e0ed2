"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { peopleFilterLimits } from "@/app/_ui/limits/people";
import { SearchForm } from "@/app/_ui/lists/search-form";
import { roles } from "@/db/vocabulary";

interface PeopleFiltersProps {
  q: string;
  role: string;
  station: string;
  state: string;
  stations: readonly { id: string; name: string }[];
}

/** Search by word, role and station; the filters are kept in the address. */
export function PeopleFilters({ q, role, station, state, stations }: PeopleFiltersProps) {
  const t = useTranslations("admin.people");
  const words = useTranslations("vocabulary.roles");
  return (
    <SearchForm
      action="/admin/people"
      label={t("search")}
      verb={t("find")}
      kept={{ state: state === "left" ? state : "" }}
    >
      <TextField label={t("search")} name="q" type="search" defaultValue={q} maxLength={peopleFilterLimits.q} />
      <SelectField
        label={t("role")}
        name="role"
        defaultValue={role}
        placeholder={t("anyRole")}
        options={roles.map((one) => ({ value: one, label: words(one) }))}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      />
      <SelectField
        label={t("station")}
        name="station"
        defaultValue={station}
        placeholder={t("anyStation")}
        options={stations.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      />
    </SearchForm>
  );
}
