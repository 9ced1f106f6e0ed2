import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Timeline } from "@/app/_ui/lists/timeline";
import type { PartyOnPage } from "@/server/disputes/reads/dispute-page";
import type { TimelineEvent } from "@/server/disputes/reads/timeline";
import { useEventWords } from "./event-words";

interface EventListProps {
  disputeId: string;
  events: readonly TimelineEvent[];
  next: number | null;
  parties: readonly PartyOnPage[];
}

/** One opened page asks several questions: readings of one person in one minute are one line; "who read it" counts them. */
const isAgain = (event: TimelineEvent, newer: TimelineEvent | undefined, minuteOf: (at: string) => string) =>
  event.action === "window.read" &&
  newer?.action === event.action &&
  newer.who === event.who &&
  minuteOf(newer.at) === minuteOf(event.at);

/** Events as sentences; a change of status shows old → new. */
export function EventList({ disputeId, events, next, parties }: EventListProps) {
  const t = useTranslations("disputes.timeline");
  const f = useFormat();
  const words = useEventWords(parties);
  return (
    <>
      <SectionHead id="timeline" title={t("title")} />
      {events.length === 0 ? <Empty>{t("empty")}</Empty> : null}
      <Timeline
        wide
        items={events
          .filter((event, index) => !isAgain(event, events[index - 1], f.dayTime))
          .map((event) => ({
            id: String(event.seq),
            at: f.dayTime(event.at),
            dateTime: event.at,
            words: words(event),
          }))}
      />
      {next ? <ButtonLink href={`/disputes/${disputeId}/timeline?before=${next}`}>{t("more")}</ButtonLink> : null}
    </>
  );
}
