import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Cockpit } from "@/app/_statistics/cockpit";
import { type Query, readChoice } from "@/app/_statistics/read-choice";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics"))("title") };
}

export default async function OverviewPage({ searchParams }: { searchParams: Promise<Query> }) {
  const choice = readChoice(await searchParams);
  const trpc = await api();
  const seen = await orNotFound(trpc.overview.overview(choice));
  const [requests, t] = await Promise.all([trpc.accessRequests.waiting({}), getTranslations("approvals")]);
  return (
    <>
      {requests.length > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("waiting", { count: requests.length })}</Link>
        </Sheet>
      ) : null}
      <Cockpit seen={seen} {...choice} now={requestTime()} />
    </>
  );
}
