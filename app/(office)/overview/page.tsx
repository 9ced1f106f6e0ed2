import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { Cockpit } from "@/app/_statistics/cockpit";
import { type Query, readChoice } from "@/app/_statistics/read-choice";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { Link } from "@/app/_ui/actions/link";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics"))("title") };
}

async function OverviewPage({ searchParams }: { searchParams: Promise<Query> }) {
  const choice = readChoice(await searchParams);
  const trpc = await api();
  const seen = await orNotFound(trpc.overview.overview(choice));
  const [requests, { windows }, t] = await Promise.all([
    trpc.accessRequests.waiting({}),
    trpc.windows.ofOffice({}),
    getTranslations("approvals"),
  ]);
  const toDo = windows.filter(({ may, isOwn }) => !isOwn && (may === "open" || may === "review"));
  return (
    <>
      {requests.length > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("waiting", { count: requests.length })}</Link>
        </Sheet>
      ) : null}
      {toDo.length > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("waitingWindows", { count: toDo.length })}</Link>
        </Sheet>
      ) : null}
      <Cockpit seen={seen} {...choice} now={requestTime()} />
    </>
  );
}

export default withWords("(office)/overview/page", OverviewPage);
