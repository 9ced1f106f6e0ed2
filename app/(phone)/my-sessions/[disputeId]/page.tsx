import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { EmergenciesOf } from "@/app/_restricted/emergencies-of";
import { LaneNotes } from "@/app/_sessions/lane-notes";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";

/** A helper's notes on a matter they joined: the open and the joint lane, to read and to write. */
async function OwnNotesPage({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const t = await getTranslations("sessions.own");
  const { notes, sides, lanes } = await orNotFound((await api()).notes.ofDispute({ disputeId }));
  return (
    <>
      <div>
        <ButtonLink href="/my-sessions">{t("back")}</ButtonLink>
      </div>
      <h1>{t("notes")}</h1>
      <EmergenciesOf disputeId={disputeId} />
      <LaneNotes disputeId={disputeId} notes={notes} sides={sides} lanes={lanes} />
    </>
  );
}

export default withWords("(phone)/my-sessions/[disputeId]/page", OwnNotesPage);
