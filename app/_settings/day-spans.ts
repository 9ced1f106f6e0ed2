/** Some days in a row, both ends included, as 'YYYY-MM-DD'. */
export interface DaySpan {
  from: string;
  until: string;
}

const dayMs = 86_400_000;
const dayAfter = (day: string): string => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
/** More days than a year has are a slip of the pen and would fill the page. */
const longest = 366;

/** Days in their order as spans. */
export function spansOf(days: readonly string[]): DaySpan[] {
  const spans: DaySpan[] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && dayAfter(last.until) === day) last.until = day;
    else spans.push({ from: day, until: day });
  }
  return spans;
}

/** All days of some spans, each once, in their order. */
export function daysOf(spans: readonly DaySpan[]): string[] {
  const days = new Set<string>();
  for (const { from, until } of spans)
    for (let day = from, n = 0; day && day <= until && n < longest; day = dayAfter(day), n += 1) days.add(day);
  return [...days].sort();
}
