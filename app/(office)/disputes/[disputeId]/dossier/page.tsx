import { getTranslations } from "next-intl/server";
import { DossierView } from "@/app/_dossier/dossier-view";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { Empty } from "@/app/_ui/feedback/empty";

/** The dossier of a dispute's newest proceeding. */
async function DossierTab({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const t = await getTranslations("dossier");
  const trpc = await api();
  const page = await orNotFound(trpc.dossier.ofDispute({ disputeId }));
  return page.proceeding ? <DossierView page={page} /> : <Empty>{t("none")}</Empty>;
}

export default withWords("(office)/disputes/[disputeId]/dossier/page", DossierTab);
