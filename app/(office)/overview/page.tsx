import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecisionsWait } from "@/app/_approvals/decisions-wait";
import { withWords } from "@/app/_i18n/client-words";
import { OwnInstructions } from "@/app/_instructions/own-instructions";
import { Cockpit } from "@/app/_statistics/cockpit";
import { type Query, readChoice } from "@/app/_statistics/read-choice";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics"))("title") };
}

async function OverviewPage({ searchParams }: { searchParams: Promise<Query> }) {
  const choice = readChoice(await searchParams);
  const trpc = await api();
  const [seen, instructions] = await Promise.all([
    orNotFound(trpc.overview.overview(choice)),
    orNotFound(trpc.instructions.own({})),
  ]);
  const now = requestTime();
  return (
    <>
      <DecisionsWait />
      <Cockpit seen={seen} {...choice} now={now} />
      <OwnInstructions own={instructions} now={now} />
    </>
  );
}

export default withWords("(office)/overview/page", OverviewPage);
