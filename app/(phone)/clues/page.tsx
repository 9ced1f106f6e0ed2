import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnClues } from "@/app/_calls/own-clues";
import { ReportForm } from "@/app/_calls/report-form";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { Stack } from "@/app/_ui/layout/columns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("clues"))("title") };
}

async function CluesPage() {
  const trpc = await api();
  const { clues, points, ownPointId } = await orNotFound(trpc.clues.own({}));
  return (
    <Stack>
      <ReportForm points={points} ownPointId={ownPointId} />
      <OwnClues clues={clues} />
    </Stack>
  );
}

export default withWords("(phone)/clues/page", CluesPage);
