import ical, { type EventInstance, type VEvent } from "node-ical";
import { addDays, dayOf, instantOf } from "../../kernel/shanghai";
import { isBounded, type RecurrenceRule } from "./bounded-rule";
import { UnreadCalendar } from "./fetch-calendar";
import { plainIcs } from "./plain-ics";

export interface BusySpan {
  from: Date;
  to: Date;
}

const daysAhead = 60;
const readingMaxMs = 5_000;

const pad = (n: number) => String(n).padStart(2, "0");

/**
 * The reader gives an all-day date as midnight in this machine's time zone; it is turned into midnight in Shanghai,
 * whatever zone the machine has.
 */
const wallDay = (date: Date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** Whether the event takes time. Cancelled events and those marked as free do not. */
const takesTime = (event: VEvent) => event.status !== "CANCELLED" && event.transparency !== "TRANSPARENT";

function spanOf({ start, end, isFullDay }: Pick<EventInstance, "start" | "end" | "isFullDay">): BusySpan {
  if (!isFullDay) return { from: new Date(start), to: new Date(end) };
  const first = wallDay(start);
  const after = wallDay(end);
  return { from: instantOf(first, "00:00"), to: instantOf(after > first ? after : addDays(first, 1), "00:00") };
}

/** Instances of one event in the window, including those that an exception moved into it. */
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

/** Whether the event's rule, if it has one, can be followed in little time. */
function isFollowable({ rrule }: VEvent): boolean {
  const rule = (rrule as { options?: RecurrenceRule } | undefined)?.options;
  return !rule || isBounded(rule);
}

const later = (one: Date, two: Date) => new Date(Math.max(one.getTime(), two.getTime()));
const earlier = (one: Date, two: Date) => new Date(Math.min(one.getTime(), two.getTime()));

/** The spans in order, with overlapping and adjoining ones merged. */
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
 * Busy time in the next 60 days according to a calendar file, without what it is for. `isWhole` is false when an event
 * could not be understood and was skipped. Throws `UnreadCalendar` when the file is no calendar.
 */
export function busyFromIcs(text: string, now: Date): { spans: BusySpan[]; isWhole: boolean } {
  const from = instantOf(dayOf(now), "00:00");
  const to = instantOf(addDays(dayOf(now), daysAhead), "00:00");
  const began = performance.now();
  const read = parsed(text);
  const spans: BusySpan[] = [];
  let { isWhole } = read;
  for (const event of read.events.filter(takesTime)) {
    if (performance.now() - began > readingMaxMs) throw new UnreadCalendar("tooLarge");
    if (!isFollowable(event)) {
      isWhole = false;
      continue;
    }
    try {
      spans.push(...instancesOf(event, from, to));
    } catch {
      // A recurrence rule without any valid date, such as each 30 February.
      isWhole = false;
    }
  }
  const inWindow = spans
    .filter((span) => span.from < span.to && span.from < to && from < span.to)
    .map((span) => ({ from: later(span.from, from), to: earlier(span.to, to) }));
  return { spans: merged(inWindow), isWhole };
}

/** The events that have a time; `isWhole` is false when there are events without one. */
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
