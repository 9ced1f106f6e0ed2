import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { ViolationView } from "@/app/_violations/violation-view";

/** 治安: what the officer found, guardians told, what was settled on the spot, and the application for no penalty. */
async function ViolationTab({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const trpc = await api();
  const page = await orNotFound(trpc.violations.ofDispute({ disputeId }));
  return <ViolationView disputeId={disputeId} page={page} />;
}

export default withWords("(office)/disputes/[disputeId]/violation/page", ViolationTab);
