"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import { Tag } from "@/app/_ui/text/tag";
import type { AppRouter } from "@/server/api/root";
import type { PeopleFilter } from "@/server/people/inputs";
import { forceName } from "./force-name";

type Page = inferRouterOutputs<AppRouter>["people"]["list"];
type Row = Page["rows"][number];

interface PeopleTableProps {
  filter: Omit<PeopleFilter, "after">;
  /** The first page, as the server rendered it. */
  first: Page;
  chosenId?: string;
  /** The address of this list, to which the person opened beside it is added. */
  query: string;
}

/** The list with its further pages; the loaded pages are fetched again after each act. */
export function PeopleTable({ filter, first, chosenId, query }: PeopleTableProps) {
  const t = useTranslations("admin.people");
  const client = useTRPCClient();
  const { data, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["admin people", filter],
    queryFn: ({ pageParam }) => client.people.list.query({ ...filter, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    initialData: { pages: [first], pageParams: [null] },
  });
  const columns = useColumns();
  const rows = data.pages.flatMap((page) => page.rows);
  const left = data.pages.at(-1)?.left ?? 0;
  if (rows.length === 0) return <Empty>{filter.state === "left" && !filter.q ? t("noneLeft") : t("none")}</Empty>;
  return (
    <>
      <Sheet flush>
        <DataTable
          caption={t("caption")}
          columns={columns}
          rows={rows}
          keyOf={(row) => row.id}
          hrefOf={(row) => `/admin/people?${query}${query ? "&" : ""}person=${row.id}`}
          chosenKey={chosenId}
        />
      </Sheet>
      {left > 0 ? (
        <Button busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {isFetchingNextPage ? t("moreBusy") : t("more", { count: left })}
        </Button>
      ) : null}
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("admin.people.column");
  const roleWord = useTranslations("vocabulary.roles");
  const account = useTranslations("admin.account.state");
  const locale = useLocale();
  const column = (key: Parameters<typeof t>[0], cell: Column<Row>["cell"]): Column<Row> => ({
    key,
    head: t(key),
    label: t(key),
    cell,
  });
  return [
    column("name", (row) => row.name),
    column("role", (row) => roleWord(row.role)),
    column("post", (row) => row.post),
    column("workplace", (row) => row.workplace),
    column("forces", (row) => row.forces.map((force) => forceName(force, locale)).join(locale === "en" ? ", " : "、")),
    column("account", (row) =>
      row.accountState === "open" ? (
        row.username
      ) : (
        <Tag tone={row.accountState === "disabled" ? "line" : "plain"}>{account(row.accountState)}</Tag>
      ),
    ),
  ];
}
