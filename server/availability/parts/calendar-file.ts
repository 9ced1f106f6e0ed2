/** What a calendar file holds that says when somebody is busy: parts of it as text, each by itself. */
export interface CalendarFile {
  /** `VEVENT` and `VFREEBUSY` with only the lines that are read. */
  entries: string[][];
  /** The same of a part whose METHOD is CANCEL: all of it calls something off (RFC 5546 3.2.5). */
  calledOff: string[][];
  /** `VTIMEZONE` descriptions by the name they give themselves. */
  zones: ReadonlyMap<string, string[]>;
  /** The zone the calendar names for itself; "" when it names none. */
  zone: string;
}

/** Lines that say when an entry takes time. No others are read: neither titles nor names invented by the file's author. */
const kept =
  /^(UID|SEQUENCE|DTSTART|DTEND|DURATION|RRULE|RDATE|EXRULE|EXDATE|RECURRENCE-ID|STATUS|TRANSP|X-MICROSOFT-CDO-BUSYSTATUS|FREEBUSY)[;:]/i;
/** Longer than any genuine list of dates, short enough to be read quickly. */
const longest = 100_000;
const ended = (lines: readonly string[], edge: string) =>
  lines.filter((line) => line.toUpperCase() === `${edge}:VCALENDAR`).length;

/** Lines without their folds; those that are too long are cut, so that what reads them finds them faulty. */
const unfolded = (text: string): string[] =>
  text
    .replace(/^\uFEFF?\s*/, "")
    .replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n|\r/)
    .map((line) => line.slice(0, longest).trimEnd());

/** Takes a calendar file apart (RFC 5545). Null when it is none or was cut off in transit. */
export function calendarFile(text: string): CalendarFile | null {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) return null;
  const lines = unfolded(text);
  if (ended(lines, "BEGIN") !== ended(lines, "END")) return null;
  const entries: string[][] = [];
  const calledOff: string[][] = [];
  let ofCalendar: string[][] = [];
  let isCancel = false;
  const zones = new Map<string, string[]>();
  const open: string[] = [];
  let zone = "";
  let part: string[] = [];
  for (const line of lines) {
    const [, edge = "", name = ""] = /^(BEGIN|END):([A-Z0-9-]{1,40})$/i.exec(line) ?? [];
    if (edge.toUpperCase() === "BEGIN") {
      open.push(name.toUpperCase());
      if (open.length === 2) part = [];
      if (open.length === 1) [ofCalendar, isCancel] = [[], false];
    }
    if (open[1] === "VTIMEZONE") part.push(line);
    else if (open.length === 2 && kept.test(line)) part.push(quoted(line));
    if (open.length === 1 && /^METHOD[:;]/i.test(line)) isCancel = /:\s*CANCEL$/i.test(line);
    if (open.length === 1 && /^X-WR-TIMEZONE[:;]/i.test(line)) zone = line.slice(line.indexOf(":") + 1, 300).trim();
    if (edge.toUpperCase() !== "END") continue;
    if (open.pop() !== name.toUpperCase()) return null;
    if (open.length === 0) (isCancel ? calledOff : entries).push(...ofCalendar);
    if (open.length !== 1) continue;
    if (/^VTIMEZONE$/i.test(name)) zones.set(zoneName(part), part);
    else if (/^(VEVENT|VFREEBUSY)$/i.test(name)) ofCalendar.push([`BEGIN:${name}`, ...part, `END:${name}`]);
  }
  return open.length > 0 ? null : { entries, calledOff, zones, zone };
}

/** A zone written with a colon and without quotes ("UTC+08:00"), as some programs do, put into quotes. */
const quoted = (line: string): string =>
  line.length > 300 ? line : line.replace(/^([A-Z-]+);TZID=([^";:]*:[^";:]*):(?=[\dT])/i, '$1;TZID="$2":');

const zoneName = (lines: readonly string[]): string =>
  lines
    .find((line) => /^TZID[;:]/i.test(line))
    ?.replace(/^[^:]*:/, "")
    .trim() ?? "";
