import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone";
import utc from "dayjs/plugin/utc";

dayjs.extend(utc);
dayjs.extend(timezone);

const zone = "Asia/Shanghai";

/** The calendar day of an instant in Shanghai, 'YYYY-MM-DD'. */
export const dayOf = (at: Date): string => dayjs(at).tz(zone).format("YYYY-MM-DD");
export const yearOf = (at: Date): number => Number(dayOf(at).slice(0, 4));
/** The instant of a Shanghai local time 'HH:mm' on a day. */
export const instantOf = (day: string, time: string): Date => dayjs.tz(`${day}T${time}`, zone).toDate();
/** ISO weekday of a Shanghai day, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => ((dayjs.tz(day, zone).day() + 6) % 7) + 1;
export const addDays = (day: string, days: number): string => dayjs.utc(day).add(days, "day").format("YYYY-MM-DD");
/** A calendar month later; 31 January + 1 month is the last day of February. */
export const addMonths = (day: string, months: number): string =>
  dayjs.utc(day).add(months, "month").format("YYYY-MM-DD");
export const timeOf = (at: Date): string => dayjs(at).tz(zone).format("HH:mm");
