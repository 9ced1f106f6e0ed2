import { IconLock } from "@tabler/icons-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { withWords } from "@/app/_i18n/client-words";
import { AskToRead } from "@/app/_restricted/ask-to-read";
import { stageOf } from "@/app/_status/stage";
import { api, orNotFound, requireSignIn } from "@/app/_trpc/server";
import { Banner } from "@/app/_ui/feedback/banner";
import { Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FactList } from "@/app/_ui/lists/fact-list";

interface FramePageProps {
  params: Promise<{ disputeId: string }>;
}

const frameOf = cache(async (disputeId: string) => orNotFound((await api()).windows.frame({ disputeId })));

export async function generateMetadata({ params }: FramePageProps): Promise<Metadata> {
  return { title: (await frameOf((await params).disputeId)).number };
}

/** A sealed matter as everybody of its office sees it, and where they ask to read it. */
async function FramePage({ params }: FramePageProps) {
  const { actor } = await requireSignIn();
  const { disputeId, number, station, type, status, isClosed } = await frameOf((await params).disputeId);
  const { windows } = await orNotFound((await api()).windows.ofOffice({}));
  const waiting = windows
    .filter((one) => one.isOwn && one.state === "waiting" && one.disputeId === disputeId)
    .map(({ kind }) => kind);
  if (!isClosed) redirect(`/disputes/${disputeId}`);
  const t = await getTranslations("restricted");
  const types = await getTranslations("vocabulary.disputeTypes");
  const stage = await getTranslations("ui.stage.short");
  const isHead = actor.role === "stationHead" || actor.role === "committeeHead";
  return (
    <>
      <PageHead title={t("matter", { number })} />
      <Banner tone="amber" icon={<IconLock aria-hidden />}>
        {t("locked")}
      </Banner>
      <Sheet>
        <Stack>
          <p>{t("what")}</p>
          <FactList
            facts={[
              { label: t("number"), value: number },
              { label: t("station"), value: station },
              { label: t("type"), value: types(type) },
              { label: t("stage"), value: stage(stageOf(status)) },
            ]}
          />
          <AskToRead disputeId={disputeId} waiting={waiting} />
          {isHead ? <p>{t("releaseHow")}</p> : null}
        </Stack>
      </Sheet>
    </>
  );
}

export default withWords("(office)/disputes/restricted/[disputeId]/page", FramePage);
