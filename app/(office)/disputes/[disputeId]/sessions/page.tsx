import { getTranslations } from "next-intl/server";
import { NeedsSheet } from "@/app/_convene/needs-sheet";
import { disputeOf } from "@/app/_disputes/dispute";
import { withWords } from "@/app/_i18n/client-words";
import { DeliverySheet } from "@/app/_notifications/delivery-sheet";
import { BeginNow } from "@/app/_sessions/begin-now";
import { BookForm } from "@/app/_sessions/book-form";
import { BookingWaits } from "@/app/_sessions/booking-waits";
import { HeldForm } from "@/app/_sessions/held-form";
import { InvitedAnswers } from "@/app/_sessions/invited-answers";
import { SessionSheet } from "@/app/_sessions/session-sheet";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { Empty } from "@/app/_ui/feedback/empty";
import { Columns, Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";

/** Sessions of a dispute: the booked ones, booking another, the held ones with their records. */
async function SessionsPage({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const t = await getTranslations("sessions");
  const kinds = await getTranslations("vocabulary.notificationKinds");
  // What the reader may not ask is not asked: a refusal costs a wait, and an entry of the audit that nobody meant.
  const { allowed } = await disputeOf(disputeId);
  const mayArrange = allowed.includes("session.book") || allowed.includes("session.move");
  const trpc = await api();
  const [overview, deliveries, needs, videoLinks, roomsAsked] = await Promise.all([
    orNotFound(trpc.sessions.ofDispute({ disputeId })),
    allowed.includes("delivery.list") ? orNotFound(trpc.notifications.ofDispute({ disputeId })) : null,
    allowed.includes("convening.read") ? orNotFound(trpc.convening.needs({ disputeId })) : null,
    allowed.includes("session.readVideo") ? orNotFound(trpc.sessions.videoLinks({ disputeId })) : null,
    mayArrange ? trpc.sessions.rooms({}) : null,
  ]);
  const links = videoLinks ?? [];
  const arranges = overview.bookable || overview.allowed.includes("session.move");
  const rooms = arranges ? (roomsAsked ?? (await trpc.sessions.rooms({}))) : [];
  const booked = overview.sessions.filter((session) => session.status === "booked").reverse();
  const kindWords = Object.fromEntries((deliveries?.notified ?? []).map(({ kind }) => [kind, kinds(kind)]));
  const past = overview.sessions.filter((session) => session.status !== "booked");
  const sheet = { disputeId, rooms, overview, allowed: overview.allowed, links, now: requestTime() };
  return (
    <Columns
      shape="task"
      right={
        <Stack>
          <InvitedAnswers disputeId={disputeId} invited={overview.invited} mayInvite={overview.allowed.length > 0} />
          {needs ? <NeedsSheet disputeId={disputeId} needs={needs} /> : null}
        </Stack>
      }
    >
      <Stack>
        {booked.map((session) => (
          <SessionSheet key={session.id} session={session} {...sheet} />
        ))}
        {booked.length === 0 && !overview.bookable ? (
          <Sheet>
            <SectionHead title={t("upcoming")} />
            <Empty>{t("noneRead")}</Empty>
          </Sheet>
        ) : null}
        {overview.waitsFor ? <BookingWaits problem={overview.waitsFor} disputeId={disputeId} /> : null}
        {overview.allowed.includes("convening.send") && booked.length === 0 ? (
          <Banner
            action={
              <ButtonLink small href={`/disputes/${disputeId}/convene`}>
                {t("convene.open")}
              </ButtonLink>
            }
          >
            {t("convene.why")}
          </Banner>
        ) : null}
        {overview.allowed.includes("session.beginNow") && !booked.some((session) => session.startedAt) ? (
          <BeginNow key={`begin-${overview.sessions.length}`} disputeId={disputeId} overview={overview} rooms={rooms} />
        ) : null}
        {overview.allowed.includes("session.recordHeld") ? (
          <HeldForm key={`held-${overview.sessions.length}`} disputeId={disputeId} overview={overview} rooms={rooms} />
        ) : null}
        {overview.bookable ? (
          <BookForm
            key={overview.sessions.length}
            disputeId={disputeId}
            overview={overview}
            rooms={rooms}
            isFolded={booked.length > 0 || overview.allowed.includes("convening.send")}
          />
        ) : null}
        {past.length > 0 ? <h2>{t("past")}</h2> : null}
        {past.map((session) => (
          <SessionSheet key={session.id} session={session} {...sheet} />
        ))}
        {deliveries ? (
          <DeliverySheet disputeId={disputeId} overview={deliveries} kindWords={kindWords} now={sheet.now} />
        ) : null}
      </Stack>
    </Columns>
  );
}

export default withWords("(office)/disputes/[disputeId]/sessions/page", SessionsPage);
