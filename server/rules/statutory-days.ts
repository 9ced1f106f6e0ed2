import chineseDays from "chinese-days";
// Its functions make the keys of their own tables in the zone of the process: west of Greenwich each day is another's.
import arranged from "chinese-days/dist/chinese-days.json";
import { addDays, weekdayOf } from "../kernel/shanghai";

const free: Readonly<Record<string, string>> = arranged.holidays;
const worked: Readonly<Record<string, string>> = arranged.workdays;

/** Holidays with the same date each year: New Year, Labour Day, National Day. */
const fixed = new Set(["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]);

/** Whether the State Council's arrangement of that year is known here. Each arrangement has a National Day. */
export const isArranged = (day: string): boolean => `${day.slice(0, 4)}-10-01` in free;

/** Whether the State Council's arrangements make the day a holiday. A make-up working day is none. */
export const isFreeByArrangement = (day: string): boolean => day in free && !(day in worked);

/** Whether the day is worked by the State Council's arrangements: a make-up day, or Monday to Friday and no holiday. */
export const isWorkedByArrangement = (day: string): boolean => day in worked || (weekdayOf(day) <= 5 && !(day in free));

/** Holidays of the lunar calendar: Spring Festival's eve and first three days, Dragon Boat and Mid-Autumn. */
function isLunarHoliday(day: string): boolean {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  if (!isLeap && lunarMon === 1 && lunarDay <= 3) return true;
  if (!isLeap && ((lunarMon === 5 && lunarDay === 5) || (lunarMon === 8 && lunarDay === 15))) return true;
  const next = chineseDays.getLunarDate(addDays(day, 1));
  return next.lunarMon === 1 && next.lunarDay === 1;
}

/** 清明 of a year of this century: the day in April on which the sun stands at 15°, by the usual formula. */
function pureBrightness(year: number): string {
  const ofCentury = year % 100;
  const day = Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4);
  return `${year}-04-0${day}`;
}

/**
 * Whether 全国年节及纪念日放假办法 (国务院令第795号, in force 2025) Art 2 makes the day a holiday: thirteen days of a year.
 * The days that stand in for those on a weekend are `isMadeUpFree`.
 */
export const isStatutoryHoliday = (day: string): boolean =>
  fixed.has(day.slice(5)) || isLunarHoliday(day) || day === pureBrightness(Number(day.slice(0, 4)));

/** A holiday on a weekend is given back within so many days: after the four of Spring Festival at the latest. */
const farthest = 14;

/**
 * Whether the day is a free Monday to Friday because a holiday before it fell on a Saturday or Sunday: Art 6 of the same
 * regulations gives it back on a working day. Each is given back on the first working day after it that nothing else took.
 */
export function isMadeUpFree(day: string): boolean {
  if (weekdayOf(day) > 5 || isStatutoryHoliday(day)) return false;
  const before = Array.from({ length: farthest }, (_, n) => addDays(day, n - farthest));
  // Most days have no holiday on a weekend before them, and the lunar calendar is slow to ask.
  if (!before.some((at) => weekdayOf(at) > 5 && isStatutoryHoliday(at))) return false;
  let owed = 0;
  for (const at of before) {
    const isFree = isStatutoryHoliday(at);
    if (weekdayOf(at) > 5) owed += isFree ? 1 : 0;
    else if (!isFree && owed > 0) owed -= 1;
  }
  return owed > 0;
}
