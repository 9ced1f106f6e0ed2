import { useTranslations } from "next-intl";
import { TextField } from "@/app/_ui/fields/text-field";
import { directoryFilterLimits } from "@/app/_ui/limits/people";
import { SearchForm } from "@/app/_ui/lists/search-form";

/** Search within the chosen force. */
export function DirectorySearch({ q, force }: { q: string; force: string | null }) {
  const t = useTranslations("admin.directory");
  return (
    <SearchForm action="/people" label={t("search")} verb={t("find")} kept={{ force: force ?? "" }}>
      <TextField label={t("search")} name="q" type="search" defaultValue={q} maxLength={directoryFilterLimits.q} />
    </SearchForm>
  );
}
