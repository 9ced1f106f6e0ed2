import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { RedTable } from "@/app/_statistics/red-table";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics.red"))("title") };
}

async function RedListPage() {
  const { name } = await requireSignIn();
  const trpc = await api();
  const { rows, total, windowDays } = await orNotFound(trpc.overview.redList({}));
  const t = await getTranslations("statistics.red");
  return (
    <>
      <PageHead
        title={t("title")}
        note={
          rows.length < total
            ? `${t("mine", { count: total })}${t("comma")}${t("shown", { count: rows.length })}`
            : t("mine", { count: total })
        }
      />
      <Sheet flush>
        <RedTable rows={rows} head={name} now={requestTime()} windowDays={windowDays} />
      </Sheet>
    </>
  );
}

export default withWords("(office)/red-list/page", RedListPage);
