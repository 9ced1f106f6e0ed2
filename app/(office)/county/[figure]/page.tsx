import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { CountyList } from "@/app/_statistics/county-list";
import { type Query, readCountyList } from "@/app/_statistics/read-choice";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics"))("county.title") };
}

interface CountyListPageProps {
  params: Promise<{ figure: string }>;
  searchParams: Promise<Query>;
}

async function CountyListPage({ params, searchParams }: CountyListPageProps) {
  const asked = readCountyList((await params).figure, await searchParams);
  if (!asked) notFound();
  const page = await orNotFound((await api()).overview.countyList(asked));
  return <CountyList asked={asked} page={page} now={requestTime()} />;
}

export default withWords("(office)/county/[figure]/page", CountyListPage);
