const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Shanghai is UTC+8 all year round. */
const offsetMs = 8 * hourMs;

/** 'YYYY-MM-DD' in Shanghai. */
export const dayIn = (at: Date): string => new Date(at.getTime() + offsetMs).toISOString().slice(0, 10);

/** `days` later at a Shanghai wall-clock time. */
export const onDay = (from: Date, days: number, time: string): Date =>
  new Date(`${dayIn(new Date(from.getTime() + days * dayMs))}T${time}:00+08:00`);

/** Some minutes later, still on the same or the next office day between 08:40 and 18:00. */
export function soonAfter(at: Date, minutes: number): Date {
  const then = new Date(at.getTime() + minutes * 60_000);
  const hour = new Date(then.getTime() + offsetMs).getUTCHours();
  return hour >= 18 || hour < 8 ? onDay(then, hour >= 18 ? 1 : 0, "08:45") : then;
}
