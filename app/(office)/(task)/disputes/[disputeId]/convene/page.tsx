import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConveneView } from "@/app/_convene/convene-view";
import { withWords } from "@/app/_i18n/client-words";
import { EmergenciesOf } from "@/app/_restricted/emergencies-of";
import { api, orNotFound } from "@/app/_trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("convene"))("title") };
}

/** The right people, one hour, one room: a task of its own, without the tabs of the dispute. */
async function ConvenePage({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  return (
    <>
      <EmergenciesOf disputeId={disputeId} />
      <PlanOf disputeId={disputeId} />
    </>
  );
}

/** On its own, so that the banners above are asked for at the same time. */
async function PlanOf({ disputeId }: { disputeId: string }) {
  const trpc = await api();
  const plan = await orNotFound(
    trpc.convening.plan({ disputeId }).catch((error: unknown) => {
      // Nothing to convene for before triage.
      if (error instanceof TRPCError && error.code === "CONFLICT") redirect(`/disputes/${disputeId}`);
      throw error;
    }),
  );
  return <ConveneView disputeId={disputeId} first={plan} />;
}

export default withWords("(office)/(task)/disputes/[disputeId]/convene/page", ConvenePage);
