import { getTranslations } from "next-intl/server";
import { LaneNotes } from "@/app/_sessions/lane-notes";
import { RecordSheet } from "@/app/_sessions/record-sheet";
import { api, orNotFound } from "@/app/_trpc/server";
import { Stack } from "@/app/_ui/columns";
import { Empty } from "@/app/_ui/empty";

/** Records of the held sessions, and notes in their lanes. */
export default async function RecordsPage({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const t = await getTranslations("sessions.notes");
  const trpc = await api();
  const [{ notes, sides, lanes }, desk] = await Promise.all([
    orNotFound(trpc.sessions.notesOf({ disputeId })),
    trpc.sessions.ofDispute({ disputeId }).catch(() => null),
  ]);
  const held = desk?.sessions.filter((session) => session.records.length > 0) ?? [];
  return (
    <Stack gap={16}>
      {desk?.hasRecords ? (
        <section aria-labelledby="session-records">
          <Stack>
            <h2 id="session-records">{t("recordsTitle")}</h2>
            {held.length === 0 ? <Empty>{t("noRecords")}</Empty> : null}
            {held.map((session) => (
              <RecordSheet
                key={session.id}
                disputeId={disputeId}
                session={session}
                mayCorrect={desk.allowed.includes("session.correctRecord")}
              />
            ))}
          </Stack>
        </section>
      ) : null}
      <LaneNotes disputeId={disputeId} notes={notes} sides={sides} lanes={lanes} />
    </Stack>
  );
}
