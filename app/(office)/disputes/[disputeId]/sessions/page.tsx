import { getTranslations } from "next-intl/server";
import { BookForm } from "@/app/_sessions/book-form";
import { BookingWaits } from "@/app/_sessions/booking-waits";
import { InvitedAnswers } from "@/app/_sessions/invited-answers";
import { SessionSheet } from "@/app/_sessions/session-sheet";
import { api, orNotFound } from "@/app/_trpc/server";
import { Columns, Stack } from "@/app/_ui/columns";
import { Empty } from "@/app/_ui/empty";
import { SectionHead } from "@/app/_ui/section-head";
import { Sheet } from "@/app/_ui/sheet";

/** Sessions of a dispute: the booked ones, booking another, the held ones with their records. */
export default async function SessionsPage({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const t = await getTranslations("sessions");
  const trpc = await api();
  const desk = await orNotFound(trpc.sessions.ofDispute({ disputeId }));
  const arranges = desk.bookable || desk.allowed.includes("session.move");
  const rooms = arranges ? await trpc.sessions.rooms() : [];
  const booked = desk.sessions.filter((session) => session.status === "booked").reverse();
  const past = desk.sessions.filter((session) => session.status !== "booked");
  const sheet = { disputeId, rooms, allowed: desk.allowed, now: new Date() };
  return (
    <Columns
      shape="task"
      right={<InvitedAnswers disputeId={disputeId} invited={desk.invited} mayInvite={desk.allowed.length > 0} />}
    >
      <Stack>
        {booked.map((session) => (
          <SessionSheet key={session.id} session={session} {...sheet} />
        ))}
        {booked.length === 0 && !desk.bookable ? (
          <Sheet>
            <SectionHead title={t("upcoming")} />
            <Empty>{t("noneRead")}</Empty>
          </Sheet>
        ) : null}
        {desk.waitsFor ? <BookingWaits problem={desk.waitsFor} disputeId={disputeId} /> : null}
        {desk.bookable ? (
          <BookForm
            key={desk.sessions.length}
            disputeId={disputeId}
            desk={desk}
            rooms={rooms}
            isFolded={booked.length > 0}
          />
        ) : null}
        {past.length > 0 ? <h2>{t("past")}</h2> : null}
        {past.map((session) => (
          <SessionSheet key={session.id} session={session} {...sheet} />
        ))}
      </Stack>
    </Columns>
  );
}
