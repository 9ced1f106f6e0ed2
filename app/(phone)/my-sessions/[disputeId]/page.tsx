import { getTranslations } from "next-intl/server";
import { OwnTie } from "@/app/_board/own-tie";
import { withWords } from "@/app/_i18n/client-words";
import { EmergenciesOf } from "@/app/_restricted/emergencies-of";
import { LaneNotes } from "@/app/_sessions/lane-notes";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { writeNoteLimits } from "@/app/_ui/limits/notes";
import { listLimits } from "@/server/kernel/choices";

/** A helper's notes on a matter they joined: the open and the joint lane, to read and to write. */
async function OwnNotesPage({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const t = await getTranslations("sessions.own");
  const trpc = await api();
  const [{ notes, sides, lanes }, parties] = await orNotFound(
    Promise.all([trpc.notes.ofDispute({ disputeId }), trpc.panel.ownTieParties({ disputeId })]),
  );
  return (
    <>
      <div>
        <ButtonLink href="/my-sessions">{t("back")}</ButtonLink>
      </div>
      <h1>{t("notes")}</h1>
      <EmergenciesOf disputeId={disputeId} />
      <LaneNotes
        {...{ disputeId, notes, sides, lanes }}
        textMax={writeNoteLimits.text}
        listMost={listLimits.notesOfDispute}
      />
      <OwnTie disputeId={disputeId} parties={parties} />
    </>
  );
}

export default withWords("(phone)/my-sessions/[disputeId]/page", OwnNotesPage);
