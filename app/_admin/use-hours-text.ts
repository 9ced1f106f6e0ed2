import { useLocale, useTranslations } from "next-intl";
import type { RoomHours } from "@/server/places/inputs";
import { everyDay, isRun, spansOf } from "./week";

/** A room's week in words: "每天 08:30–20:30", "周一至周五 09:00–17:30，周六 09:00–12:00". */
export function useHoursText(): (hours: RoomHours) => string {
  const t = useTranslations("admin.places");
  const place = useTranslations("admin.place");
  const locale = useLocale();
  const weekday = (day: number) => place(`weekdays.${String(day) as "1"}`);
  function daysText(days: readonly number[]): string {
    if (days.length === everyDay.length) return place("everyDay");
    if (isRun(days)) return place("fromTo", { from: weekday(days[0] ?? 1), to: weekday(days.at(-1) ?? 1) });
    return days.map(weekday).join(locale === "en" ? ", " : "、");
  }
  return (hours) =>
    hours.length === 0
      ? t("alwaysClosed")
      : spansOf(hours)
          .map(({ days, opensAt, closesAt }) => t("days", { days: daysText(days), span: `${opensAt}–${closesAt}` }))
          .join(locale === "en" ? "; " : "，");
}
