import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { DataTable } from "@/app/_ui/lists/data-table";
import type { DisputeType } from "@/db/vocabulary";
import type { ClauseLine } from "@/server/agreements/reads/clause-sheet";

/** Each type of dispute with the clauses that count today, and what was set for it from which day on. */
export function ClauseTypes({ lines, chosen }: { lines: readonly ClauseLine[]; chosen?: DisputeType }) {
  const t = useTranslations("templates.clauses");
  const types = useTranslations("vocabulary.disputeTypes");
  return (
    <DataTable
      caption={t("title")}
      rows={lines}
      keyOf={({ type }) => type}
      hrefOf={({ type }) => `/drafting-templates?type=${type}`}
      chosenKey={chosen}
      columns={[
        { key: "type", head: t("type"), label: t("type"), cell: ({ type }) => types(type), width: "9em" },
        {
          key: "clauses",
          head: t("today"),
          label: t("today"),
          cell: ({ clauses }) => (
            <Stack gap={4}>
              {clauses.map(({ text }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a clause is known by its place alone
                <span key={i}>{t("line", { n: i + 1, text })}</span>
              ))}
            </Stack>
          ),
        },
        { key: "set", head: t("set"), label: t("set"), cell: (line) => <WasSet line={line} />, width: "12em" },
        {
          key: "change",
          head: "",
          label: t("change"),
          width: 80,
          cell: ({ type }) => (
            <ButtonLink
              small
              href={`/drafting-templates?type=${type}`}
              aria-label={t("changeOf", { type: types(type) })}
            >
              {t("change")}
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}

function WasSet({ line: { history } }: { line: ClauseLine }) {
  const t = useTranslations("templates.clauses");
  const f = useFormat();
  if (history.length === 0) return t("standard");
  return (
    <Stack gap={4}>
      {history.slice(0, 5).map(({ from, by, clauses }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two of one day differ by nothing else
        <span key={i}>{t("from", { day: f.day(from), name: by, count: clauses.length })}</span>
      ))}
    </Stack>
  );
}
