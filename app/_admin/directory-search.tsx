import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { TextField } from "@/app/_ui/fields/text-field";
import { directoryFilterLimits } from "@/app/_ui/limits/people";
import styles from "./admin.module.css";

/** Search within the chosen force. */
export function DirectorySearch({ q, force }: { q: string; force: string | null }) {
  const t = useTranslations("admin.directory");
  return (
    <form method="get" action="/people" role="search" aria-label={t("search")} className={styles.filters}>
      {force ? <input type="hidden" name="force" value={force} /> : null}
      <TextField label={t("search")} name="q" type="search" defaultValue={q} maxLength={directoryFilterLimits.q} />
      <Button type="submit">{t("find")}</Button>
    </form>
  );
}
