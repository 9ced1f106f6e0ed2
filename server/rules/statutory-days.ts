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
 * How many holidays of Art 2 of the regulations fall on the day: Mid-Autumn may be a day of National Day, and then both are
 * given, as the arrangements of 2009 and 2020 gave them.
 */
const holidaysOn = (day: string): number =>
  [fixed.has(day.slice(5)), isLunarHoliday(day), day === pureBrightness(Number(day.slice(0, 4)))].filter(Boolean)
    .length;

/** A holiday on a weekend is given back within so many days: after the four of Spring Festival at the latest. */
const farthest = 14;

/** All days of a year by the regulations: its thirteen holidays, and the working days given for those on a weekend or on one day. */
interface YearOfLaw {
  holidays: ReadonlySet<string>;
  madeUp: ReadonlySet<string>;
}

/** Each holiday on a weekend or on another holiday is given back on the first working day after it that nothing else took. */
function yearOfLaw(year: string): YearOfLaw {
  const holidays = new Set<string>();
  const madeUp = new Set<string>();
  let owed = 0;
  for (let n = -farthest; n < 366; n += 1) {
    const day = addDays(`${year}-01-01`, n);
    const named = holidaysOn(day);
    if (named > 0) holidays.add(day);
    if (weekdayOf(day) > 5) owed += named;
    else if (named > 0) owed += named - 1;
    else if (owed > 0) {
      owed -= 1;
      madeUp.add(day);
    }
  }
  return { holidays, madeUp };
}

/** The lunar calendar is slow to ask, and pages ask of every day of a year. A date of a form may be of any year. */
const years = new Map<string, YearOfLaw>();
const mostYears = 30;

function lawOf(day: string): YearOfLaw {
  const year = day.slice(0, 4);
  const known = years.get(year);
  if (known) return known;
  if (years.size >= mostYears) years.clear();
  const worked = yearOfLaw(year);
  years.set(year, worked);
  return worked;
}

/**
 * Whether 全国年节及纪念日放假办法 (国务院令第795号, in force 2025) Art 2 makes the day a holiday: thirteen days of a year.
 * The days that stand in for those on a weekend are `isMadeUpFree`.
 */
export const isStatutoryHoliday = (day: string): boolean => lawOf(day).holidays.has(day);

/**
 * Whether the day is a free Monday to Friday because a holiday before it fell on a Saturday or Sunday, or two on one day: Art 6
 * of the same regulations gives it back on a working day.
 */
export const isMadeUpFree = (day: string): boolean => lawOf(day).madeUp.has(day);
