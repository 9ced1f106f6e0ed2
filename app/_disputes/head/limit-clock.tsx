import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Clock } from "@/app/_ui/text/clock";
import { clockToShow } from "@/server/disputes/choices";
import type { ClockOnPage } from "@/server/disputes/reads/clock-state";
import type { ProceedingOnPage } from "@/server/disputes/reads/dispute-page";

/** The statutory clock in words: 人民调解一个月，还剩 15 天; paused for what; met on which day, or missed by how many. */
export function LimitClock({ proceeding, now }: { proceeding: ProceedingOnPage; now: Date }) {
  const t = useTranslations("disputes.clock");
  const kinds = useTranslations("vocabulary.clockKinds");
  const appraisal = useTranslations("vocabulary.appraisals");
  const f = useFormat(now);
  const clock = clockToShow(proceeding.clocks);
  if (!clock) return null;
  const name = kinds(clock.kind);
  const said: Record<ClockOnPage["state"], () => string> = {
    running: () => t("running", { name, left: f.daysLeft(clock.dueOn) }),
    past: () => t("past", { name, days: clock.daysOver }),
    paused: () => t("paused", { name, day: f.day(clock.pausedOn ?? ""), what: appraisal(clock.pausedFor ?? "other") }),
    met: () => t("met", { name, day: f.day(clock.stoppedOn ?? "") }),
    lapsed: () => t("lapsed", { name, day: f.day(clock.dueOn) }),
    replaced: () => t("replaced", { name }),
    missed: () => t("missed", { name, days: clock.daysOver, day: f.day(clock.stoppedOn ?? "") }),
  };
  const moved = clock.changes.flatMap(({ kind, oldDueOn, newDueOn }) =>
    newDueOn ? [t(`change.${kind}`, { old: f.date(oldDueOn), day: f.date(newDueOn) })] : [],
  );
  const title = [t("until", { day: f.date(clock.dueOn), law: clock.law }), ...moved].join(t("comma"));
  const words = said[clock.state]();
  if (clock.state === "running" || clock.state === "past")
    return (
      <Clock
        startAt={clock.startedOn}
        endAt={clock.dueOn}
        now={now}
        soon={clock.isSoonDue}
        words={words}
        title={title}
      />
    );
  return <span title={title}>{words}</span>;
}
