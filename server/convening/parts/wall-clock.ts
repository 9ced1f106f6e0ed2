/**
 * Shanghai is UTC+8 the whole year, so plain arithmetic is enough; it is fast, as the solver converts thousands of
 * times.
 */
const minuteMs = 60_000;
const dayMs = 86_400_000;
const ahead = 8 * 3_600_000;

export const dayNumber = (at: number): number => Math.floor((at + ahead) / dayMs);
export const minuteOfDay = (at: number): number => Math.floor((at + ahead - dayNumber(at) * dayMs) / minuteMs);
/** 1 = Monday … 7 = Sunday; day 0 was a Thursday. */
export const weekdayOfNumber = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const instantOfDay = (day: number, minute: number): number => day * dayMs - ahead + minute * minuteMs;
/** "2026-11-26" → day number. */
export const numberOfDay = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs);
/** "14:30" → 870; "24:00" is the end of a day. */
export const minutesOfTime = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
export const minutesOf = (ms: number): number => ms / minuteMs;
export const msOf = (minutes: number): number => minutes * minuteMs;
