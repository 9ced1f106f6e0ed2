import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { RedTable } from "@/app/_statistics/red-table";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { redPage } from "@/server/statistics/choices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics.red"))("title") };
}

async function RedListPage({ searchParams }: { searchParams: Promise<{ page?: string }> }) {
  const { name } = await requireSignIn();
  const { page: wanted = "1" } = await searchParams;
  const page = /^[1-9]\d{0,2}$/.test(wanted) ? Number(wanted) : 1;
  const trpc = await api();
  const { rows, total, windowDays } = await orNotFound(trpc.overview.redList({ page }));
  const t = await getTranslations("statistics.red");
  const before = (page - 1) * redPage;
  const left = total - before - rows.length;
  const shown =
    rows.length > 0 && rows.length < total
      ? `${t("comma")}${t("shown", { from: before + 1, to: before + rows.length })}`
      : "";
  return (
    <>
      <PageHead title={t("title")} note={t("mine", { count: total }) + shown} />
      {page > 1 ? (
        <ButtonLink href={`/red-list?page=${page - 1}`}>{t("earlier", { count: redPage })}</ButtonLink>
      ) : null}
      <Sheet flush>
        {page > 1 && rows.length === 0 ? (
          <Empty>{t("noMore")}</Empty>
        ) : (
          <RedTable rows={rows} head={name} now={requestTime()} windowDays={windowDays} />
        )}
      </Sheet>
      {left > 0 ? (
        <ButtonLink href={`/red-list?page=${page + 1}`}>{t("later", { count: Math.min(left, redPage) })}</ButtonLink>
      ) : null}
    </>
  );
}

export default withWords("(office)/red-list/page", RedListPage);
