/**
 * The one date and time formatter: 24 h, Asia/Shanghai whatever the
 * machine's own zone, a year only when it is not the current one. Pure: `now` is passed in.
 */
import type { Locale } from "@/db/vocabulary";
import { dayNumber, type Moment, readMoment, type ShanghaiMoment } from "./shanghai";

const weekdays = {
  "zh-CN": ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export interface DateOptions {
  locale: Locale;
  now: Date;
  /** False in tables and time lines where the weekday is of no use. */
  weekday?: boolean;
}

/** 11月24日 周二 · 2027年1月10日 | Tue 24 Nov · 10 Jan 2027 */
export function formatDate(at: Moment, { locale, now, weekday = true }: DateOptions): string {
  const day = readMoment(at);
  const sameYear = day.year === readMoment(now).year;
  const named = weekday && sameYear ? weekdays[locale][day.weekday] : null;
  if (locale === "en") {
    const date = `${day.day} ${months[day.month - 1]}${sameYear ? "" : ` ${day.year}`}`;
    return named ? `${named} ${date}` : date;
  }
  const date = `${sameYear ? "" : `${day.year}年`}${day.month}月${day.day}日`;
  return named ? `${date} ${named}` : date;
}

/** 14:30 */
export function formatTime(at: Moment): string {
  const { hour, minute } = readMoment(at);
  return `${two(hour)}:${two(minute)}`;
}

const dayMs = 86_400_000;

/** 11月24日 周二 14:30 | Tue 24 Nov, 14:30 */
export function formatDateTime(at: Moment, options: DateOptions): string {
  return `${formatDate(at, options)}${options.locale === "en" ? ", " : " "}${formatTime(at)}`;
}

/** 14:30–16:00 */
export function formatTimeSpan(start: Moment, end: Moment): string {
  return `${formatTime(start)}–${formatTime(end)}`;
}

/** 11月26日 周四 14:30–16:00; a span over midnight names both days. */
export function formatSpan(start: Moment, end: Moment, options: DateOptions): string {
  const sameDay = dayNumber(readMoment(start)) === dayNumber(readMoment(end));
  const to = sameDay ? formatTime(end) : formatDateTime(end, options);
  return `${formatDateTime(start, options)}–${to}`;
}

/** 昨天（11月23日）17:00 | yesterday (23 Nov) 17:00; days further off by date alone. */
export function formatNearDay(at: Moment, options: DateOptions): string {
  const moment = readMoment(at);
  const word = nearWord(moment, options);
  if (!word) return hasTime(at) ? formatDateTime(at, options) : formatDate(at, options);
  const date = formatDate(at, { ...options, weekday: false });
  const time = hasTime(at) ? formatTime(at) : "";
  return options.locale === "en" ? `${word} (${date}) ${time}`.trim() : `${word}（${date}）${time}`;
}

function nearWord(moment: ShanghaiMoment, { locale, now }: DateOptions): string | null {
  const away = dayNumber(moment) - dayNumber(readMoment(now));
  if (away < -1 || away > 1) return null;
  return (locale === "en" ? ["yesterday", "today", "tomorrow"] : ["昨天", "今天", "明天"])[away + 1] ?? null;
}

/** 90 分钟 | 90 min */
export function formatMinutes(minutes: number, locale: Locale): string {
  return locale === "en" ? `${minutes} min` : `${minutes} 分钟`;
}

/** The approximate length of a wait: minutes under an hour, hours under a day, then days. Rounded down. */
export function formatWait(milliseconds: number, locale: Locale): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return formatMinutes(minutes, locale);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return locale === "en" ? `${hours} h` : `${hours} 小时`;
  const days = Math.floor(hours / 24);
  return locale === "en" ? plural(days) : `${days} 天`;
}

/** Midnights in Shanghai between two moments: the one way in which days late and days left are counted. */
export const daysBetween = (from: Moment, to: Moment): number =>
  dayNumber(readMoment(to)) - dayNumber(readMoment(from));

/** How far off a moment is, before or after: minutes and hours under a day, then days of the calendar. */
export function formatAway(at: Moment, now: Date, locale: Locale): string {
  const away = Math.abs(readMoment(at).at - now.getTime());
  if (away < dayMs) return formatWait(away, locale);
  const days = Math.abs(daysBetween(at, now));
  return locale === "en" ? plural(days) : `${days} 天`;
}

/** 还剩 5 小时 · 逾期 16 小时 | 5 h left · 16 h overdue. For a chip whose title carries the date. */
export function formatLeft(until: Moment, now: Date, locale: Locale): string {
  const left = readMoment(until).at - now.getTime();
  const wait = formatAway(until, now, locale);
  if (left < 0) return locale === "en" ? `${wait} overdue` : `逾期 ${wait}`;
  return locale === "en" ? `${wait} left` : `还剩 ${wait}`;
}

/** 还剩 15 天，12月9日止 | 15 days left, ends 9 Dec */
export function formatDaysLeft(lastDay: Moment, options: DateOptions): string {
  const days = daysBetween(options.now, lastDay);
  const date = formatDate(lastDay, { ...options, weekday: false });
  if (options.locale === "en") {
    if (days < 0) return `${plural(-days)} overdue, ended ${date}`;
    return days === 0 ? `ends today, ${date}` : `${plural(days)} left, ends ${date}`;
  }
  if (days < 0) return `逾期 ${-days} 天，${date}止`;
  return days === 0 ? `今天到期，${date}止` : `还剩 ${days} 天，${date}止`;
}

function plural(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

function hasTime(at: Moment): boolean {
  return typeof at !== "string" || at.length > 10;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
