import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { stageOf } from "@/app/_status/stage";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { DataTable } from "@/app/_ui/lists/data-table";
import type { RestrictedFrame } from "@/server/windows/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("restricted"))("title") };
}

/** 封存的纠纷: number, station, type and stage of the sealed matters of the reader's office. */
async function RestrictedPage() {
  const t = await getTranslations("restricted");
  const type = await getTranslations("vocabulary.disputeTypes");
  const stage = await getTranslations("ui.stage.short");
  const rows = await orNotFound((await api()).windows.restricted({}));
  const column = (key: "number" | "station" | "type" | "stage", cell: (row: RestrictedFrame) => string) => ({
    key,
    head: t(key),
    label: t(key),
    cell,
  });
  return (
    <>
      <PageHead
        title={t("title")}
        note={t("note")}
        end={
          <ButtonLink small href="/approvals">
            {t("windows")}
          </ButtonLink>
        }
      />
      <Sheet flush>
        {rows.length === 0 ? (
          <Empty>{t("none")}</Empty>
        ) : (
          <DataTable
            caption={t("caption")}
            rows={rows}
            keyOf={({ disputeId }) => disputeId}
            hrefOf={({ disputeId, isClosed }) =>
              isClosed ? `/disputes/restricted/${disputeId}` : `/disputes/${disputeId}`
            }
            columns={[
              column("number", ({ number }) => number),
              column("station", ({ station }) => station),
              column("type", (row) => type(row.type)),
              column("stage", ({ status }) => stage(stageOf(status))),
            ]}
          />
        )}
      </Sheet>
    </>
  );
}

export default withWords("(office)/disputes/restricted/page", RestrictedPage);
