import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Clock } from "@/app/_ui/text/clock";

const aDay = 86_400_000;
const fourHours = 4 * 3_600_000;

/** How much time a step has left: 逾期 3 天, 17:30 前, 还剩 2 天; the date is in its title. */
export function DueClock({ dueAt, isToday, now }: { dueAt: string; isToday: boolean; now: Date }) {
  const t = useTranslations("disputes");
  const f = useFormat(now);
  const left = Date.parse(dueAt) - now.getTime();
  return (
    <Clock
      startAt={new Date(Math.min(now.getTime(), Date.parse(dueAt) - aDay))}
      endAt={dueAt}
      now={now}
      soon={left > 0 && left < fourHours}
      words={left > 0 && isToday ? t("before", { time: f.time(dueAt) }) : f.left(dueAt)}
      title={f.dateTime(dueAt)}
    />
  );
}
