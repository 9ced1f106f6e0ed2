import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkTable } from "@/app/_admin/work-table";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { Empty } from "@/app/_ui/feedback/empty";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.work"))("title") };
}

/** What the system gave up doing by itself, with a button to have it tried again. */
async function WorkPage() {
  const t = await getTranslations("admin.work");
  const { rows, total } = await orNotFound((await api()).work.failed({}));
  return (
    <>
      <PageHead title={t("title")} note={total > 0 ? t("note", { count: total }) : undefined} />
      {total > 0 ? (
        <>
          <p>{t("hint")}</p>
          <WorkTable rows={rows} now={requestTime()} />
        </>
      ) : (
        <Sheet>
          <Empty>{t("none")}</Empty>
        </Sheet>
      )}
      {total > rows.length ? <p>{t("cut", { shown: rows.length, total })}</p> : null}
    </>
  );
}

export default withWords("(office)/admin/work/page", WorkPage);
