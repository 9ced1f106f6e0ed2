/** An instant, its ISO text, or a calendar day "2026-11-24" that belongs to no zone. */
export type Moment = Date | string;

export interface ShanghaiMoment {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 0 = Sunday */
  weekday: number;
  /** Milliseconds since the epoch; a calendar day counts as its last moment, for it is due until then. */
  at: number;
}

const clock = new Intl.DateTimeFormat("en-US", {
  timeZone: "Asia/Shanghai",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});
/** Shanghai has been eight hours ahead of UTC without a summer time since this instant; before it, the clock is asked. */
const steadySince = Date.UTC(1991, 8, 15);
const ahead = 8 * 3_600_000;
const calendarDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The date and time of an instant in Shanghai, whatever time zone the process runs in. */
export function readMoment(moment: Moment): ShanghaiMoment {
  const day = typeof moment === "string" ? calendarDay.exec(moment) : null;
  if (day) {
    const [year, month, date] = [Number(day[1]), Number(day[2]), Number(day[3])];
    return withWeekday({ year, month, day: date, hour: 0, minute: 0, at: Date.parse(`${moment}T23:59:59.999+08:00`) });
  }
  const instant = new Date(moment);
  // Pages read hundreds of instants, and the clock takes forty times as long.
  if (instant.getTime() >= steadySince) return inUtc(new Date(instant.getTime() + ahead), instant.getTime());
  const parts = new Map(clock.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return withWeekday({
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
    at: instant.getTime(),
  });
}

const inUtc = (wall: Date, at: number): ShanghaiMoment => ({
  year: wall.getUTCFullYear(),
  month: wall.getUTCMonth() + 1,
  day: wall.getUTCDate(),
  hour: wall.getUTCHours(),
  minute: wall.getUTCMinutes(),
  weekday: wall.getUTCDay(),
  at,
});

/** Days since the epoch of a calendar day; the difference of two is a number of days. */
export function dayNumber({ year, month, day }: Pick<ShanghaiMoment, "year" | "month" | "day">): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** "2026-11-26T14:30" for a native date-time field. */
export function toWallClock(moment: Moment): string {
  const { year, month, day, hour, minute } = readMoment(moment);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The instant a native date-time field means, read as Shanghai time; null while it is empty or half filled, or no day has it. */
export function fromWallClock(value: string): Date | null {
  const instant = new Date(`${value}:00+08:00`);
  if (Number.isNaN(instant.getTime())) return null;
  // The 31st of November would be the 1st of December.
  return new Date(instant.getTime() + ahead).toISOString().startsWith(value) ? instant : null;
}

function withWeekday(moment: Omit<ShanghaiMoment, "weekday">): ShanghaiMoment {
  return { ...moment, weekday: (((dayNumber(moment) + 4) % 7) + 7) % 7 };
}
