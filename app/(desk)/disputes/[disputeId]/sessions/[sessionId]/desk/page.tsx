import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskScreen } from "@/app/_desk/screen/desk-screen";
import { withWords } from "@/app/_i18n/client-words";
import { EmergenciesOf } from "@/app/_restricted/emergencies-of";
import { api, orNotFound, requireSignIn } from "@/app/_trpc/server";

/** No name and no number: window titles and histories are read by others. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

/** The desk of one session, for its lead. */
async function DeskPage({ params }: { params: Promise<{ disputeId: string; sessionId: string }> }) {
  const { disputeId, sessionId } = await params;
  const { actor } = await requireSignIn();
  const trpc = await api();
  const state = await orNotFound(trpc.desk.state({ disputeId, sessionId }));
  return (
    <>
      <EmergenciesOf disputeId={disputeId} />
      <DeskScreen disputeId={disputeId} personId={actor.personId} initial={state} />
    </>
  );
}

export default withWords("(desk)/disputes/[disputeId]/sessions/[sessionId]/desk/page", DeskPage);
