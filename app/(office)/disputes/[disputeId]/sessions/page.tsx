import { getTranslations } from "next-intl/server";
import { NeedsSheet } from "@/app/_convene/needs-sheet";
import { DeliverySheet } from "@/app/_notifications/delivery-sheet";
import { BookForm } from "@/app/_sessions/book-form";
import { BookingWaits } from "@/app/_sessions/booking-waits";
import { InvitedAnswers } from "@/app/_sessions/invited-answers";
import { SessionSheet } from "@/app/_sessions/session-sheet";
import { api, orNotFound, orNull, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { Strip } from "@/app/_ui/feedback/strip";
import { Columns, Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";

/** Sessions of a dispute: the booked ones, booking another, the held ones with their records. */
export default async function SessionsPage({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const t = await getTranslations("sessions");
  const trpc = await api();
  const desk = await orNotFound(trpc.sessions.ofDispute({ disputeId }));
  const deliveries = await orNull(trpc.notifications.ofDispute({ disputeId }));
  const needs = await orNull(trpc.convening.needs({ disputeId }));
  const links = (await orNull(trpc.sessions.videoLinks({ disputeId }))) ?? [];
  const arranges = desk.bookable || desk.allowed.includes("session.move");
  const rooms = arranges ? await trpc.sessions.rooms() : [];
  const booked = desk.sessions.filter((session) => session.status === "booked").reverse();
  const past = desk.sessions.filter((session) => session.status !== "booked");
  const sheet = { disputeId, rooms, desk, allowed: desk.allowed, links, now: requestTime() };
  return (
    <Columns
      shape="task"
      right={
        <Stack>
          <InvitedAnswers disputeId={disputeId} invited={desk.invited} mayInvite={desk.allowed.length > 0} />
          {needs ? <NeedsSheet disputeId={disputeId} needs={needs} /> : null}
        </Stack>
      }
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
        {desk.allowed.includes("convening.send") && booked.length === 0 ? (
          <Strip
            action={
              <ButtonLink small href={`/disputes/${disputeId}/convene`}>
                {t("convene.open")}
              </ButtonLink>
            }
          >
            {t("convene.why")}
          </Strip>
        ) : null}
        {desk.bookable ? (
          <BookForm
            key={desk.sessions.length}
            disputeId={disputeId}
            desk={desk}
            rooms={rooms}
            isFolded={booked.length > 0 || desk.allowed.includes("convening.send")}
          />
        ) : null}
        {past.length > 0 ? <h2>{t("past")}</h2> : null}
        {past.map((session) => (
          <SessionSheet key={session.id} session={session} {...sheet} />
        ))}
        {deliveries ? <DeliverySheet disputeId={disputeId} desk={deliveries} now={sheet.now} /> : null}
      </Stack>
    </Columns>
  );
}
