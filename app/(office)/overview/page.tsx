import { Cockpit } from "@/app/_statistics/cockpit";
import { type Query, readChoice } from "@/app/_statistics/read-choice";
import { api, orNotFound } from "@/app/_trpc/server";

export default async function OverviewPage({ searchParams }: { searchParams: Promise<Query> }) {
  const choice = readChoice(await searchParams);
  const trpc = await api();
  const seen = await orNotFound(trpc.overview.overview(choice));
  return <Cockpit seen={seen} {...choice} now={new Date()} />;
}
