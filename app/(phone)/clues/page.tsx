import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnClues } from "@/app/_calls/own-clues";
import { ReportForm } from "@/app/_calls/report-form";
import { withWords } from "@/app/_i18n/client-words";
import { OwnPointPart } from "@/app/_points/own-point";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { Stack } from "@/app/_ui/layout/columns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("clues"))("title") };
}

async function CluesPage() {
  const trpc = await api();
  const [{ clues, points, ownPointId, isAtStation }, own] = await Promise.all([
    orNotFound(trpc.clues.own({})),
    orNotFound(trpc.points.own({})),
  ]);
  return (
    <Stack>
      <OwnPointPart own={own} now={requestTime()} />
      <ReportForm points={points} ownPointId={ownPointId} isAtStation={isAtStation} />
      <OwnClues clues={clues} />
    </Stack>
  );
}

export default withWords("(phone)/clues/page", CluesPage);
