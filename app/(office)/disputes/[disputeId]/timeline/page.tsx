import { disputeOf } from "@/app/_disputes/dispute";
import { EventList } from "@/app/_disputes/event-list";
import { api, orNotFound } from "@/app/_trpc/server";
import { Sheet } from "@/app/_ui/layout/sheet";

interface TimelinePageProps {
  params: Promise<{ disputeId: string }>;
  searchParams: Promise<{ before?: string }>;
}

/** 动态: every act on this dispute, newest first, by whom and when. */
export default async function TimelinePage({ params, searchParams }: TimelinePageProps) {
  const { id, parties } = await disputeOf((await params).disputeId);
  const before = Number((await searchParams).before) || undefined;
  const { events, next } = await orNotFound((await api()).disputes.timeline({ disputeId: id, before }));
  return (
    <Sheet labelledBy="timeline">
      <EventList disputeId={id} events={events} next={next} parties={parties} />
    </Sheet>
  );
}
