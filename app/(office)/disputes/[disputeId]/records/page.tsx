import { getTranslations } from "next-intl/server";
import { ConsultationsBeside } from "@/app/_consultations/beside-dispute";
import { withWords } from "@/app/_i18n/client-words";
import { OpinionList } from "@/app/_opinions/opinion-list";
import { DisputeFiles } from "@/app/_sessions/dispute-files";
import { FactStatements } from "@/app/_sessions/fact-statements";
import { LaneNotes } from "@/app/_sessions/lane-notes";
import { RecordSheet } from "@/app/_sessions/record-sheet";
import { SealedCards } from "@/app/_sessions/sealed-cards";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { Empty } from "@/app/_ui/feedback/empty";
import { Stack } from "@/app/_ui/layout/columns";
import { writeNoteLimits } from "@/app/_ui/limits/notes";
import { signedPapersOf } from "@/server/files/choices";
import { listLimits } from "@/server/kernel/choices";

/** Records of the held sessions, signed opinions, legal consultations, undisputed facts, files, and notes in their lanes. */
async function RecordsPage({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const t = await getTranslations("sessions.notes");
  const words = await getTranslations("opinions");
  const trpc = await api();
  const [
    { notes, sides, lanes, fileLanes, mayDescribeFiles },
    files,
    sealed,
    statements,
    overview,
    opinions,
    consultations,
  ] = await Promise.all([
    orNotFound(trpc.notes.ofDispute({ disputeId })),
    orNotFound(trpc.files.ofDispute({ disputeId })),
    orNotFound(trpc.desk.sealedOf({ disputeId })),
    // Undisputed facts are said in the joint lane: a station may see the dispute without being allowed to read them.
    trpc.desk.statementsOf({ disputeId }).catch(() => []),
    trpc.sessions.ofDispute({ disputeId }).catch(() => null),
    trpc.opinions.ofDispute({ disputeId }).catch(() => null),
    trpc.consultations.ofDispute({ disputeId }).catch(() => []),
  ]);
  const held = overview?.sessions.filter((session) => session.records.length > 0) ?? [];
  const isPolice = overview?.proceeding?.track === "publicSecurity";
  const printed = overview?.allowed.includes("paper.ask") ? (isPolice ? "policeRecord" : "record") : null;
  return (
    <Stack gap={16}>
      {overview?.hasRecords ? (
        <section aria-labelledby="session-records">
          <Stack>
            <h2 id="session-records">{t("recordsTitle")}</h2>
            {held.length === 0 ? <Empty>{t("noRecords")}</Empty> : null}
            {held.map((session) => (
              <RecordSheet
                key={session.id}
                disputeId={disputeId}
                session={session}
                mayCorrect={overview.allowed.includes("session.correctRecord")}
                prints={printed}
              />
            ))}
          </Stack>
        </section>
      ) : null}
      {opinions ? (
        <OpinionList disputeId={disputeId} opinions={opinions} title={words("listTitle")} none={words("listNone")} />
      ) : null}
      <ConsultationsBeside questions={consultations} now={requestTime()} />
      <FactStatements statements={statements} />
      <DisputeFiles
        disputeId={disputeId}
        files={files}
        sides={sides}
        lanes={fileLanes}
        mayDescribe={mayDescribeFiles}
        kinds={signedPapersOf(overview?.proceeding?.track ?? null)}
      />
      <SealedCards disputeId={disputeId} cards={sealed} />
      <LaneNotes
        {...{ disputeId, notes, sides, lanes }}
        textMax={writeNoteLimits.text}
        listMost={listLimits.notesOfDispute}
      />
    </Stack>
  );
}

export default withWords("(office)/disputes/[disputeId]/records/page", RecordsPage);
