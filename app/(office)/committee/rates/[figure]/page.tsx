import { notFound } from "next/navigation";
import { RateList } from "@/app/_committee/rate-list";
import { withWords } from "@/app/_i18n/client-words";
import { type Query, readCommitteeList } from "@/app/_statistics/read-choice";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";

interface RateProps {
  params: Promise<{ figure: string }>;
  searchParams: Promise<Query>;
}

async function RatePage({ params, searchParams }: RateProps) {
  const asked = readCommitteeList((await params).figure, await searchParams);
  if (!asked) notFound();
  const trpc = await api();
  return <RateList asked={asked} page={await orNotFound(trpc.overview.committeeList(asked))} now={requestTime()} />;
}

export default withWords("(office)/committee/rates/[figure]/page", RatePage);
