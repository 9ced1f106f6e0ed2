import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { SubsidyHead } from "@/app/_subsidies/subsidy-head";
import { SubsidyView } from "@/app/_subsidies/subsidy-view";
import { api, orNotFound, requireSignIn } from "@/app/_trpc/server";
import { subsidyQuery } from "@/server/subsidies/inputs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subsidies"))("title") };
}

/** What the county pays for the matters of a month: a head's of the committee, a mediator's own. */
async function SubsidiesPage({ searchParams }: { searchParams: Promise<{ month?: string }> }) {
  const asked = subsidyQuery.safeParse({ month: (await searchParams).month });
  if (!asked.success) notFound();
  const { actor } = await requireSignIn();
  const seen = await orNotFound((await api()).subsidies.ofMonth(asked.data));
  return (
    <>
      <SubsidyHead seen={seen} canExport={actor.role === "committeeHead"} />
      <SubsidyView seen={seen} />
    </>
  );
}

export default withWords("(office)/subsidies/page", SubsidiesPage);
