import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Clock } from "@/app/_ui/text/clock";
import type { ProceedingOnPage } from "@/server/disputes/reads/dispute-page";

const twoDays = 2 * 86_400_000;

/** The statutory limit of the track in words: 人民调解一个月，还剩 15 天，12月9日止. Nothing where the law sets none. */
export function LimitClock({ proceeding, now }: { proceeding: ProceedingOnPage; now: Date }) {
  const t = useTranslations("disputes.limit");
  const f = useFormat(now);
  const { track, dueOn, acceptedAt, endedAt } = proceeding;
  if (!dueOn || endedAt || (track !== "peoples" && track !== "publicSecurity")) return null;
  const isSoon = Date.parse(`${dueOn}T23:59:59+08:00`) - now.getTime() < twoDays;
  return (
    <Clock
      startAt={acceptedAt}
      endAt={dueOn}
      now={now}
      soon={isSoon}
      words={t(track, { left: f.daysLeft(dueOn) })}
      title={f.date(dueOn)}
    />
  );
}
