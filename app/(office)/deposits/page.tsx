import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DepositLists } from "@/app/_deposits/deposit-lists";
import { KeptDossiers } from "@/app/_deposits/kept-dossiers";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { depositsQuery } from "@/server/deposits/inputs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deposits"))("title") };
}

/** 卷宗移交: archived dossiers that still lie with the committee, and the lists of those it gave to an archive. */
async function DepositsPage({ searchParams }: { searchParams: Promise<{ year?: string }> }) {
  const { year } = await searchParams;
  const asked = depositsQuery.safeParse(year === undefined ? {} : { year: Number(year) });
  if (!asked.success) notFound();
  const [t, sheet] = await Promise.all([
    getTranslations("deposits"),
    orNotFound((await api()).deposits.sheet(asked.data)),
  ]);
  return (
    <Stack>
      <PageHead
        title={t("title")}
        note={t("note", { committee: sheet.committeeName })}
        back={{ href: "/committee", label: t("back") }}
      />
      <p>{t("how")}</p>
      <KeptDossiers key={sheet.year} sheet={sheet} />
      <DepositLists deposits={sheet.deposits} />
    </Stack>
  );
}

export default withWords("(office)/deposits/page", DepositsPage);
