import { useTranslations } from "next-intl";
import { ExportButton } from "@/app/_export/export-button";
import { formatNumber } from "@/app/_ui/format/format-number";
import { PageHead } from "@/app/_ui/layout/page-head";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { listScopes } from "@/server/disputes/choices";
import type { ListInput } from "./list-input";
import { listHref } from "./list-input";

const totalMax = 1000;

interface ListHeadProps {
  input: ListInput;
  total: number;
  /** Whether the reader may take the list out as a sheet. */
  mayExport: boolean;
}

export function ListHead({ input, total, mayExport }: ListHeadProps) {
  const t = useTranslations("disputes");
  const many = total > totalMax ? t("list.noteMany") : null;
  const count = formatNumber(total);
  return (
    <PageHead
      title={t("title")}
      note={many ?? (input.q ? t("list.noteFound", { total: count, q: input.q }) : t("list.note", { total: count }))}
      end={
        <>
          {input.q ? null : (
            <FilterPills
              label={t("list.which")}
              pills={listScopes.map((scope) => ({
                label: t(`list.scope.${scope}`),
                href: listHref({ ...input, scope }),
                isChosen: scope === input.scope,
              }))}
            />
          )}
          {mayExport ? <ExportButton key={JSON.stringify(input)} sheet="disputes" input={input} /> : null}
        </>
      }
    />
  );
}
