import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { Ledger } from "@/app/_performance/ledger";
import { VisitsView } from "@/app/_performance/visits-view";
import { api, orNotFound } from "@/app/_trpc/server";
import { Empty } from "@/app/_ui/feedback/empty";

/** What the agreement promised and what of it was kept. */
async function PerformanceTab({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const t = await getTranslations("performance");
  const trpc = await api();
  const page = await orNotFound(trpc.performance.ofDispute({ disputeId }));
  if (page.agreement) return <Ledger page={page} />;
  if (page.allowed.includes("visit.record") || page.visits.length > 0) return <VisitsView page={page} />;
  return <Empty>{t("notYet")}</Empty>;
}

export default withWords("(office)/disputes/[disputeId]/performance/page", PerformanceTab);
