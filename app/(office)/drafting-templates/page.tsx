import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { ClauseForm } from "@/app/_templates/clause-form";
import { ClauseTypes } from "@/app/_templates/clause-types";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { Columns } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates.clauses"))("title") };
}

/** 条款模板: with which clauses a committee begins agreements, by type of dispute; its head sets them from a day on. */
async function DraftingTemplatesPage({ searchParams }: { searchParams: Promise<{ type?: string }> }) {
  const { type } = await searchParams;
  const t = await getTranslations("templates.clauses");
  const lines = await orNotFound((await api()).agreements.clauseSheet({}));
  const chosen = lines.find((line) => line.type === type);
  const today = toWallClock(requestTime()).slice(0, 10);
  return (
    <Columns
      shape="admin"
      right={chosen ? <ClauseForm key={`${type} ${chosen.history.length}`} line={chosen} today={today} /> : null}
    >
      <PageHead title={t("title")} note={t("note")} back={{ href: "/committee", label: t("back") }} />
      <Sheet flush>
        <ClauseTypes lines={lines} chosen={chosen?.type} />
      </Sheet>
    </Columns>
  );
}

export default withWords("(office)/drafting-templates/page", DraftingTemplatesPage);
