import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";

dayjs.extend(utc);
dayjs.extend(timezone);

const zone = "Asia/Shanghai";

/** Since 1992 Shanghai has had no summer time. */
const noSummerTime = Date.UTC(1992, 0, 1);
const eightHours = 8 * 60 * 60 * 1000;

/** Day and time in Shanghai, 'YYYY-MM-DDTHH:mm'. Asking Intl costs a hundred times as much, and a call asks often. */
function inShanghai(at: Date): string {
  const isPlain = at.getTime() >= noSummerTime && at.getUTCFullYear() < 9999;
  return isPlain
    ? new Date(at.getTime() + eightHours).toISOString().slice(0, 16)
    : dayjs(at).tz(zone).format("YYYY-MM-DDTHH:mm");
}

/** The calendar day of an instant in Shanghai, 'YYYY-MM-DD'. */
export const dayOf = (at: Date): string => inShanghai(at).slice(0, 10);
export const yearOf = (at: Date): number => Number(dayOf(at).slice(0, 4));
/**
 * The instant of a Shanghai local time 'HH:mm' on a day. dayjs is asked for early years only: it is an hour wrong where
 * the process's own zone changes its clocks.
 */
export function instantOf(day: string, time: string): Date {
  const plain = day >= "1992-01-01" ? new Date(`${day}T${time}+08:00`) : null;
  return plain && !Number.isNaN(plain.getTime()) ? plain : dayjs.tz(`${day}T${time}`, zone).toDate();
}
const dayMs = 24 * 60 * 60 * 1000;
/** Midnight of a day as if its calendar were that of UTC; NaN for what `dayOf` gives to nobody, which dayjs is asked about. */
const plainDay = (day: string): number => (day.length === 10 && day >= "1000" ? Date.parse(day) : Number.NaN);
/** 'YYYY-MM-DD' of such a midnight, or null beyond the year 9999. */
const dayAt = (ms: number): string | null =>
  ms >= 0 && ms < 253_402_300_800_000 ? new Date(ms).toISOString().slice(0, 10) : null;

/** ISO weekday of a Shanghai day, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => ((dayjs.utc(day).day() + 6) % 7) + 1;
export const addDays = (day: string, days: number): string =>
  dayAt(plainDay(day) + days * dayMs) ?? dayjs.utc(day).add(days, "day").format("YYYY-MM-DD");

/** A calendar month later; 31 January + 1 month is the last day of February. */
export function addMonths(day: string, months: number): string {
  const at = new Date(plainDay(day));
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const found = dayAt(Date.UTC(year, month, Math.min(at.getUTCDate(), last)));
  return found ?? dayjs.utc(day).add(months, "month").format("YYYY-MM-DD");
}
export const timeOf = (at: Date): string => inShanghai(at).slice(11);
