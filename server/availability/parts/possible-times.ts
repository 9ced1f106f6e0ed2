import { isCalendarDay } from "@/db/encryption/canonical";

const time = /(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?/g;
/** What a line says after its name and parameters. */
const head = /^(?:[^":]|"[^"]*")*:/;

/** Whether a day and hour are in the calendar, which the reader of calendar files does not ask. */
function isPossible([, year, month, day, hour = "0", minute = "0", second = "0"]: RegExpMatchArray): boolean {
  const isMidnight = hour === "24" && Number(minute) + Number(second) === 0;
  // A minute may have a leap second.
  return (
    isCalendarDay(year, month, day) &&
    (isMidnight || (Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60))
  );
}
const isWhole = (text: string): boolean => [...text.matchAll(time)].every(isPossible);

/**
 * The lines of an entry without extra dates, or dates taken out, that no calendar has; `isChanged` where there was one, or where a rule
 * ends with one. Throws where the entry itself begins or ends with one, or replaces one.
 */
export function possibleTimes(lines: readonly string[]): { lines: string[]; isChanged: boolean } {
  let isChanged = false;
  const left = lines.flatMap((line) => {
    const [start = ""] = head.exec(line) ?? [];
    const said = line.slice(start.length);
    if (/^(DTSTART|DTEND|RECURRENCE-ID)[;:]/i.test(line) && !isWhole(said)) throw new Error("no such day");
    if (/^RRULE[;:]/i.test(line)) isChanged ||= !isWhole(/UNTIL=([^;]*)/i.exec(said)?.[1] ?? "");
    if (!/^(RDATE|EXDATE|FREEBUSY)[;:]/i.test(line) || isWhole(said)) return line;
    isChanged = true;
    const possible = said.split(",").filter(isWhole);
    return possible.length > 0 ? start + possible.join(",") : [];
  });
  return { lines: left, isChanged };
}
