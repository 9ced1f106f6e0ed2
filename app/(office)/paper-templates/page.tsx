import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { PaperTemplateTable } from "@/app/_templates/paper-templates";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates.papers"))("title") };
}

/** 文书模板: the Word templates of papers, of a committee by its head, of the whole county by an administrator. */
async function PaperTemplatesPage() {
  const t = await getTranslations("templates.papers");
  const sheet = await orNotFound((await api()).papers.templates({}));
  return (
    <Stack>
      <PageHead
        title={t("title")}
        note={t(sheet.isOfCounty ? "noteOfCounty" : "note")}
        back={{ href: sheet.isOfCounty ? "/admin/places" : "/committee", label: t("back") }}
      />
      <Sheet flush>
        <PaperTemplateTable sheet={sheet} today={toWallClock(requestTime()).slice(0, 10)} />
      </Sheet>
    </Stack>
  );
}

export default withWords("(office)/paper-templates/page", PaperTemplatesPage);
