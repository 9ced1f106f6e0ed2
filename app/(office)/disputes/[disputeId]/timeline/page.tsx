import { disputeOf } from "@/app/_disputes/dispute";
import { EventList } from "@/app/_disputes/event-list";
import { withWords } from "@/app/_i18n/client-words";
import { ReadingList } from "@/app/_restricted/reading-list";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { Sheet } from "@/app/_ui/layout/sheet";

interface TimelinePageProps {
  params: Promise<{ disputeId: string }>;
  searchParams: Promise<{ before?: string }>;
}

/** 动态: every act on this dispute, newest first, by whom and when; for its lead also who read it. */
async function TimelinePage({ params, searchParams }: TimelinePageProps) {
  const { id, parties, allowed } = await disputeOf((await params).disputeId);
  const before = Number((await searchParams).before) || undefined;
  const trpc = await api();
  const [{ events, next }, readings] = await Promise.all([
    orNotFound(trpc.disputes.timeline({ disputeId: id, before })),
    allowed.includes("window.readings") ? orNotFound(trpc.windows.readings({ disputeId: id })) : null,
  ]);
  return (
    <>
      {readings ? <ReadingList readings={readings} now={requestTime()} /> : null}
      <Sheet labelledBy="timeline">
        <EventList disputeId={id} events={events} next={next} parties={parties} />
      </Sheet>
    </>
  );
}

export default withWords("(office)/disputes/[disputeId]/timeline/page", TimelinePage);
