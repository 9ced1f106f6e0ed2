import chineseDays from "chinese-days";
import { addDays } from "../kernel/shanghai";

/** Holidays with the same date each year: New Year, Labour Day, National Day. */
const fixed = new Set(["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]);

/** Whether the State Council's arrangement of that year is known here. Each arrangement has a National Day. */
export const isArranged = (day: string): boolean =>
  chineseDays.getDayDetail(`${day.slice(0, 4)}-10-01`).name.includes(",");

/** Holidays of the lunar calendar: Spring Festival's eve and first three days, Dragon Boat and Mid-Autumn. */
function isLunarHoliday(day: string): boolean {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  if (!isLeap && lunarMon === 1 && lunarDay <= 3) return true;
  if (!isLeap && ((lunarMon === 5 && lunarDay === 5) || (lunarMon === 8 && lunarDay === 15))) return true;
  const next = chineseDays.getLunarDate(addDays(day, 1));
  return next.lunarMon === 1 && next.lunarDay === 1;
}

/**
 * Whether 全国年节及纪念日放假办法 (2025) itself makes the day a holiday. Used for years without a published arrangement:
 * make-up working days and days joined to a weekend are known only with it.
 */
export const isStatutoryHoliday = (day: string): boolean =>
  fixed.has(day.slice(5)) ||
  isLunarHoliday(day) ||
  day === chineseDays.getSolarTermDate(Number(day.slice(0, 4)), 4, "pure_brightness");
