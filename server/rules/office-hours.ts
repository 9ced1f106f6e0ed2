import { dayOf, instantOf, timeOf } from "../kernel/shanghai";
import type { Rules } from "./defaults";
import { addWorkdays, type DayOverrides, isWorkday, rollToWorkday } from "./workdays";

/** What is known of a county's office hours: the rules of the day and its local days off. */
export interface Office {
  rules: Rules;
  overrides: DayOverrides;
}

const minuteMs = 60_000;
/** Nobody is asked to decide in less time than this, if there is more. */
const leastMs = 30 * minuteMs;
const timeText = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
const opens = (day: string, { rules }: Office): Date => instantOf(day, timeText(rules["office.opensMinute"]));
const closes = (day: string, { rules }: Office): Date => instantOf(day, timeText(rules["office.closesMinute"]));

/** Whether the office is open at this instant; the minute at which it closes counts. */
export function isOfficeTime(at: Date, office: Office): boolean {
  const day = dayOf(at);
  return isWorkday(day, office.overrides) && at >= opens(day, office) && at <= closes(day, office);
}

/** The instant itself while the office is open, else when it opens next. */
export function nextOfficeTime(at: Date, office: Office): Date {
  if (isOfficeTime(at, office)) return at;
  const day = dayOf(at);
  const isBefore = isWorkday(day, office.overrides) && at < opens(day, office);
  return opens(isBefore ? day : addWorkdays(day, 1, office.overrides), office);
}

/** The instant itself while the office is open, else when it closed last. */
export function lastOfficeTime(at: Date, office: Office): Date {
  if (isOfficeTime(at, office)) return at;
  let day = dayOf(at);
  const isAfter = isWorkday(day, office.overrides) && at > closes(day, office);
  if (isAfter) return closes(day, office);
  do day = dayOf(new Date(instantOf(day, "12:00").getTime() - 24 * 60 * minuteMs));
  while (!isWorkday(day, office.overrides));
  return closes(day, office);
}

/** The close of the office on a day, or on the next working day when it is closed that day. */
export const endOfOfficeDay = (day: string, office: Office): Date =>
  closes(rollToWorkday(day, office.overrides), office);

/**
 * So many hours from an instant, counted while people are at work: each 24 hours are the same time of the next working day,
 * and what remains passes in office hours alone. Whoever is told at night, on a day off or before a long holiday has the
 * same time as on a working day, and nothing falls due while the office is closed.
 */
export function afterOfficeHours(from: Date, hours: number, office: Office): Date {
  const begin = nextOfficeTime(from, office);
  const length = office.rules["office.closesMinute"] - office.rules["office.opensMinute"];
  const whole = Math.floor(hours / 24);
  // What remains cannot be longer than a day at work: 18 hours are until the same time tomorrow at the latest.
  const rest = Math.min(Math.round((hours - whole * 24) * 60), length);
  const day = addWorkdays(dayOf(begin), whole, office.overrides);
  const at = new Date(instantOf(day, timeOf(begin)).getTime() + (begin.getTime() % minuteMs) + rest * minuteMs);
  const over = at.getTime() - closes(day, office).getTime();
  return over > 0 ? new Date(opens(addWorkdays(day, 1, office.overrides), office).getTime() + over) : at;
}

/**
 * The instant by which somebody is asked to do something that must be settled by `latest`: `wanted`, moved into office
 * hours, back where there is still time, else ahead. Where the office is not open between now and `latest`, `latest`.
 */
export function officeTimeBy(wanted: Date, { now, latest }: { now: Date; latest: Date }, office: Office): Date {
  const limit = wanted < latest ? wanted : latest;
  const back = lastOfficeTime(limit, office);
  if (back.getTime() - now.getTime() >= Math.min(leastMs, limit.getTime() - now.getTime())) return back;
  const ahead = nextOfficeTime(limit, office);
  return ahead <= latest ? ahead : latest;
}
