import ical, { type EventInstance, type VEvent } from "node-ical";
import { addDays, dayOf, instantOf } from "../../kernel/shanghai";
import { UnreadCalendar } from "./fetch-calendar";
import { plainIcs } from "./plain-ics";

export interface BusySpan {
  from: Date;
  to: Date;
}

const daysAhead = 60;
const patienceMs = 5_000;

const pad = (n: number) => String(n).padStart(2, "0");

/**
 * A whole day is read as midnight of this machine's zone; the day it names is Shanghai's, wherever the machine
 * stands.
 */
const wallDay = (date: Date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** Does the event take time? Cancelled ones and those marked as free do not. */
const takesTime = (event: VEvent) => event.status !== "CANCELLED" && event.transparency !== "TRANSPARENT";

function spanOf({ start, end, isFullDay }: Pick<EventInstance, "start" | "end" | "isFullDay">): BusySpan {
  if (!isFullDay) return { from: new Date(start), to: new Date(end) };
  const first = wallDay(start);
  const after = wallDay(end);
  return { from: instantOf(first, "00:00"), to: instantOf(after > first ? after : addDays(first, 1), "00:00") };
}

/** Instances of one event in the window; those an exception moved into it are among them. */
function instancesOf(event: VEvent, from: Date, to: Date): BusySpan[] {
  const found = ical.expandRecurringEvent(event, { from, to, expandOngoing: true });
  const spans = found.filter((one) => takesTime(one.event)).map(spanOf);
  for (const moved of Object.values(event.recurrences ?? {})) {
    if (!takesTime(moved as VEvent)) continue;
    const { start, end } = moved as VEvent;
    if (start && end) spans.push(spanOf({ start, end, isFullDay: Boolean(start.dateOnly) }));
  }
  return spans;
}

const later = (one: Date, two: Date) => new Date(Math.max(one.getTime(), two.getTime()));
const earlier = (one: Date, two: Date) => new Date(Math.min(one.getTime(), two.getTime()));

/** Spans in order, what overlaps or touches as one. */
function merged(spans: readonly BusySpan[]): BusySpan[] {
  const out: BusySpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = out.at(-1);
    if (last && span.from <= last.to) last.to = later(last.to, span.to);
    else out.push({ ...span });
  }
  return out;
}

/**
 * Time taken in the next 60 days according to a calendar file; nothing of what it is taken for. `isWhole` is false
 * when an event could not be understood and was left aside. Throws `UnreadCalendar` for what is no calendar.
 */
export function busyFromIcs(text: string, now: Date): { spans: BusySpan[]; isWhole: boolean } {
  const from = instantOf(dayOf(now), "00:00");
  const to = instantOf(addDays(dayOf(now), daysAhead), "00:00");
  const began = performance.now();
  const read = parsed(text);
  const spans: BusySpan[] = [];
  let { isWhole } = read;
  for (const event of read.events.filter(takesTime)) {
    if (performance.now() - began > patienceMs) throw new UnreadCalendar("tooLarge");
    try {
      spans.push(...instancesOf(event, from, to));
    } catch {
      // A rule the reader cannot follow, such as the 30th of February for ever.
      isWhole = false;
    }
  }
  const inWindow = spans
    .filter((span) => span.from < span.to && span.from < to && from < span.to)
    .map((span) => ({ from: later(span.from, from), to: earlier(span.to, to) }));
  return { spans: merged(inWindow), isWhole };
}

/** The events that say when they are; `isWhole` is false when others do not. */
function parsed(text: string): { events: VEvent[]; isWhole: boolean } {
  const plain = plainIcs(text);
  if (plain === null) throw new UnreadCalendar("notCalendar");
  try {
    const all = Object.values(ical.sync.parseICS(plain)).filter((part): part is VEvent => part?.type === "VEVENT");
    const events = all.filter(({ start }) => (start as unknown) instanceof Date && !Number.isNaN(start.getTime()));
    return { events, isWhole: events.length === all.length };
  } catch {
    throw new UnreadCalendar("notCalendar");
  }
}
