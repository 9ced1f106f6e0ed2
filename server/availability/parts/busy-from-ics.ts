import { addDays, dayOf, instantOf } from "../../kernel/shanghai";
import { calendarFile } from "./calendar-file";
import { CalendarZones } from "./calendar-zones";
import { UnreadCalendar } from "./fetch-calendar";
import {
  type CalendarEntry,
  isPartlyFollowed,
  RepetitionBudget,
  readEntry,
  sequenceOf,
  type Times,
  takesTime,
  timesOf,
} from "./read-entry-times";

export interface BusySpan {
  from: Date;
  to: Date;
}

export interface BusyTimes {
  spans: BusySpan[];
  /**
   * Entries that nobody can read, or not wholly, by the start that the file gives them ("20261202T090000"; "" for none): by
   * this their owner finds them, and what they are about is read of no entry. The first twenty.
   */
  unread: string[];
}

const daysAhead = 60;
const mostUnread = 20;

/**
 * Busy time in the next 60 days according to a calendar file, without what it is for. An entry that nobody can read hides
 * no other and is named, and so is what is left when the file has had its time. Throws `UnreadCalendar` when the file is no calendar.
 */
export function busyFromIcs(text: string, now: Date, budget = new RepetitionBudget()): BusyTimes {
  const from = instantOf(dayOf(now), "00:00").getTime();
  const to = instantOf(addDays(dayOf(now), daysAhead), "00:00").getTime();
  const file = calendarFile(text);
  if (!file) throw new UnreadCalendar("notCalendar");
  const zones = new CalendarZones(file.zones, file.zone);
  const unread: string[] = [];
  const within = <T>(lines: readonly string[], read: () => T[]) => attempted(lines, unread, budget, read);
  const readAll = (all: readonly string[][]) =>
    all.flatMap((lines) => within(lines, () => [{ lines, ...readEntry(lines, zones) }]));
  const [said, calledOff] = [readAll(file.entries), readAll(file.calledOff)];
  const last = lastCalledOff(calledOff);
  const entries = said.filter((entry) => sequenceOf(entry) > (last.get(entry.uid) ?? -1));
  const replaced = replacedIn([...entries, ...calledOff]);
  const times = entries
    .filter(takesTime)
    .flatMap((entry) =>
      within(entry.lines, () =>
        timesOf(entry, entry.replaces ? nothing : (replaced.get(entry.uid) ?? nothing), to, budget),
      ),
    );
  for (const entry of entries) if (isPartlyFollowed(entry, entry.lines)) unread.push(startOf(entry.lines));
  return { spans: merged(times, from, to), unread: unread.slice(0, mostUnread) };
}

const nothing: ReadonlySet<string> = new Set();

/** The change by which each whole entry was called off, by its UID; one that was asked for again later stands. */
function lastCalledOff(calledOff: readonly CalendarEntry[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const entry of calledOff)
    if (entry.uid !== "" && entry.replaces === "")
      last.set(entry.uid, Math.max(sequenceOf(entry), last.get(entry.uid) ?? 0));
  return last;
}

function attempted<T>(lines: readonly string[], unread: string[], budget: RepetitionBudget, read: () => T[]): T[] {
  try {
    budget.demandTime();
    return read();
  } catch {
    unread.push(startOf(lines));
    return [];
  }
}

/** Which repetitions have an entry of their own, by the UID of what repeats. */
function replacedIn(entries: readonly CalendarEntry[]): ReadonlyMap<string, Set<string>> {
  const replaced = new Map<string, Set<string>>();
  for (const { uid, replaces } of entries) {
    if (replaces) replaced.set(uid, (replaced.get(uid) ?? new Set()).add(replaces));
  }
  return replaced;
}

/** What the file gives as the entry's start, without its zone and without signs that no time has. */
const startOf = (lines: readonly string[]): string =>
  (lines.find((line) => /^DTSTART[;:]/i.test(line)) ?? "")
    .replace(/^(?:[^":]|"[^"]*")*:/, "")
    .replace(/[^\x20-\x7e]/g, "")
    .slice(0, 16);

/** The part of the times in the window, in order, with overlapping and adjoining ones merged. */
function merged(times: readonly Times[], from: number, to: number): BusySpan[] {
  const spans: Times[] = [];
  const within = times.filter(([start, end]) => start < end && start < to && from < end);
  for (const [start, end] of within.sort(([a], [b]) => a - b)) {
    const last = spans.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], Math.min(end, to));
    else spans.push([Math.max(start, from), Math.min(end, to)]);
  }
  return spans.map((span) => ({ from: new Date(span[0]), to: new Date(span[1]) }));
}
