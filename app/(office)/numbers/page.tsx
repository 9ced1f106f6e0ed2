import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { SeriesTable } from "@/app/_numbers/series-table";
import { VoidNumbers } from "@/app/_numbers/void-numbers";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("numbers"))("title") };
}

/** 文书编号: the series of a committee or station, how they are written and where they go on; its head sets both. */
async function NumbersPage() {
  const t = await getTranslations("numbers");
  const [{ actor }, trpc] = await Promise.all([requireSignIn(), api()]);
  const sheet = await orNotFound(trpc.numbers.sheet({}));
  const home = actor.role === "stationHead" ? "/duty-leaders" : "/committee";
  return (
    <Stack>
      <PageHead title={t("title")} note={t("note")} back={{ href: home, label: t("back") }} />
      <Sheet flush>
        <SeriesTable sheet={sheet} today={toWallClock(requestTime()).slice(0, 10)} />
      </Sheet>
      <VoidNumbers sheet={sheet} />
    </Stack>
  );
}

export default withWords("(office)/numbers/page", NumbersPage);
