import type { Locale } from "@/db/vocabulary";
import * as date from "./format";
import * as number from "./format-number";
import type { Moment } from "./shanghai";
import { unbrokenDays } from "./unbroken-days";

/** Every formatter bound to a language and a moment, as plain text: for messages, sheets and files. */
export function plainFormatFor(locale: Locale, now = new Date()) {
  const options = { locale, now };
  const dayOnly = { locale, now, weekday: false };
  return {
    date: (at: Moment) => date.formatDate(at, options),
    /** Without the weekday, for tables and time lines. */
    day: (at: Moment) => date.formatDate(at, dayOnly),
    time: date.formatTime,
    dateTime: (at: Moment) => date.formatDateTime(at, options),
    dayTime: (at: Moment) => date.formatDateTime(at, dayOnly),
    /** Of what happened: its time as well, unless the day alone is known, which stands as its midnight. */
    happened: (at: Moment) =>
      date.formatTime(at) === "00:00" ? date.formatDate(at, dayOnly) : date.formatDateTime(at, dayOnly),
    span: (start: Moment, end: Moment) => date.formatSpan(start, end, options),
    timeSpan: date.formatTimeSpan,
    nearDay: (at: Moment) => date.formatNearDay(at, options),
    minutes: (minutes: number) => date.formatMinutes(minutes, locale),
    wait: (milliseconds: number) => date.formatWait(milliseconds, locale),
    away: (at: Moment) => date.formatAway(at, now, locale),
    left: (until: Moment) => date.formatLeft(until, now, locale),
    daysLeft: (lastDay: Moment) => date.formatDaysLeft(lastDay, options),
    number: number.formatNumber,
    money: number.formatMoney,
    yuan: number.formatYuan,
    percent: number.formatPercent,
    points: (difference: number) => number.formatPoints(difference, locale),
    phone: number.formatPhone,
    side: (index: number) => number.formatSide(index, locale),
    fileSize: number.formatFileSize,
  };
}

type Formats = ReturnType<typeof plainFormatFor>;

/** The same for what is shown: days and spans of hours are kept on one line. One object to pass around in a page. */
export function formatFor(locale: Locale, now = new Date()): Formats {
  const formats = plainFormatFor(locale, now);
  for (const [name, plain] of Object.entries(formats) as [string, (...given: unknown[]) => string][])
    Object.assign(formats, { [name]: (...given: unknown[]) => unbrokenDays(plain(...given)) });
  return formats;
}
