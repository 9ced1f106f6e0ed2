import { rollToWorkday } from "../../rules/workdays";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Shanghai is UTC+8 all year round. */
const offsetMs = 8 * hourMs;

/** 'YYYY-MM-DD' in Shanghai. */
export const dayIn = (at: Date): string => new Date(at.getTime() + offsetMs).toISOString().slice(0, 10);

/** `days` later, at an hour of the day in Shanghai. */
export const onDay = (from: Date, days: number, time: string): Date =>
  new Date(`${dayIn(new Date(from.getTime() + days * dayMs))}T${time}:00+08:00`);

/** The same hour of that day or, where offices are closed then, of the next day on which they work. */
export const workMoment = (at: Date): Date => {
  const day = dayIn(at);
  return new Date(at.getTime() + (Date.parse(rollToWorkday(day, new Map())) - Date.parse(day)));
};

/** Some minutes later, still on the same or the next office day between 08:40 and 18:00. */
export function soonAfter(at: Date, minutes: number): Date {
  const then = new Date(at.getTime() + minutes * 60_000);
  const hour = new Date(then.getTime() + offsetMs).getUTCHours();
  return hour >= 18 || hour < 8 ? onDay(then, hour >= 18 ? 1 : 0, "08:45") : then;
}

/** The latest moment between 08:40 and 16:30 of a day that is at least `hours` before. */
export function officeMoment(before: Date, hours: number): Date {
  const then = new Date(before.getTime() - hours * hourMs);
  const minutes = ((then.getTime() + offsetMs) % dayMs) / 60_000;
  if (minutes < 8 * 60 + 40) return onDay(then, -1, "16:30");
  return minutes > 16 * 60 + 30 ? onDay(then, 0, "16:30") : then;
}
