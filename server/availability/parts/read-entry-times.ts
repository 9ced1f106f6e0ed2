import ICAL from "ical.js";
import { isBounded } from "./bounded-rule";
import type { CalendarZones } from "./calendar-zones";
import { possibleTimes } from "./possible-times";

/** An entry of a calendar file as it was read. */
export interface CalendarEntry {
  component: ICAL.Component;
  uid: string;
  /** Which repetition of the entry with this UID it replaces, as text that two equal instants share; "" for a whole one. */
  replaces: string;
  /** Some of what it says about time was not understood; what was counts as busy, and its owner is told. */
  isGuessed: boolean;
}

/** From and to, in milliseconds. */
export type Times = [from: number, to: number];

const dated = ["dtstart", "dtend", "rdate", "exdate", "recurrence-id"] as const;
const dayMs = 86_400_000;

/** Reads one entry; every time in it gets a zone. Throws what the reader throws at faulty lines. */
export function readEntry(lines: readonly string[], zones: CalendarZones): CalendarEntry {
  const possible = possibleTimes(lines);
  const component = new ICAL.Component(ICAL.parse(possible.lines.join("\r\n")));
  for (const name of dated) {
    for (const property of component.getAllProperties(name)) {
      const tzid = property.getFirstParameter("tzid");
      for (const value of property.getValues()) {
        if (value instanceof ICAL.Period) {
          inZone(value.start, tzid, zones);
          if (value.end) inZone(value.end, tzid, zones);
        } else inZone(value, tzid, zones);
      }
    }
  }
  const replaced = component.getFirstPropertyValue("recurrence-id");
  return {
    component,
    uid: String(component.getFirstPropertyValue("uid") ?? ""),
    replaces: replaced instanceof ICAL.Time ? replacedBy(replaced) : "",
    isGuessed:
      possible.isChanged ||
      dated.some((name) =>
        component.getAllProperties(name).some((property) => zones.isUnknown(property.getFirstParameter("tzid"))),
      ),
  };
}

/** A whole day stands for whatever begins on it. */
const replacedBy = (time: ICAL.Time): string => `${time.isDate ? "day " : ""}${instantOf(time)}`;

function inZone(value: unknown, tzid: string | undefined, zones: CalendarZones): void {
  if (!(value instanceof ICAL.Time)) throw new Error("no time");
  // A time with Z is in UTC already. A day is one of the calendar's home.
  if (value.zone !== ICAL.Timezone.utcTimezone) value.zone = value.isDate || !tzid ? zones.home : zones.of(tzid);
}

const instantOf = (time: ICAL.Time): number => time.toUnixTime() * 1000;

/** How often an entry was changed: of two of one UID the higher one is the later. */
export const sequenceOf = ({ component }: CalendarEntry): number =>
  Number(component.getFirstPropertyValue("sequence")) || 0;

/** Whether an entry takes time. Cancelled ones and those marked as free do not. */
export function takesTime({ component }: CalendarEntry): boolean {
  const is = (name: string, value: string) =>
    String(component.getFirstPropertyValue(name) ?? "").toUpperCase() === value;
  return !is("status", "CANCELLED") && !is("transp", "TRANSPARENT") && !is("x-microsoft-cdo-busystatus", "FREE");
}

/**
 * Whether it says something that is not followed: a rule that takes dates out, or that counts by another calendar, a change of all
 * later repetitions, an end before its start, a zone that nobody knows, a day that no calendar has. What it was before then counts as busy.
 */
export const isPartlyFollowed = ({ component, isGuessed }: CalendarEntry, lines: readonly string[]): boolean =>
  isGuessed ||
  component.hasProperty("exrule") ||
  component.getFirstProperty("recurrence-id")?.getParameter("range") !== undefined ||
  lines.some((line) => /^RRULE[;:].*RSCALE=(?!GREGORIAN)/i.test(line)) ||
  endsBeforeStart(component);

function endsBeforeStart(component: ICAL.Component): boolean {
  const [start, end] = [component.getFirstPropertyValue("dtstart"), component.getFirstPropertyValue("dtend")];
  const duration = component.getFirstPropertyValue("duration");
  return (
    (start instanceof ICAL.Time && end instanceof ICAL.Time && instantOf(end) < instantOf(start)) ||
    (duration instanceof ICAL.Duration && duration.toSeconds() < 0)
  );
}

/** How long the entry lasts from each of its starts: days on the calendar for whole days, else milliseconds. */
function lengthOf(component: ICAL.Component, start: ICAL.Time): { days: number } | { ms: number } {
  const end = component.getFirstPropertyValue("dtend");
  const duration = component.getFirstPropertyValue("duration");
  if (end instanceof ICAL.Time) {
    if (start.isDate) return { days: Math.max(1, Math.round((wall(end) - wall(start)) / dayMs)) };
    return { ms: instantOf(end) - instantOf(start) };
  }
  if (duration instanceof ICAL.Duration)
    return start.isDate
      ? { days: Math.max(1, Math.ceil(duration.toSeconds() / 86_400)) }
      : { ms: duration.toSeconds() * 1000 };
  return start.isDate ? { days: 1 } : { ms: 0 };
}

const wall = ({ year, month, day, hour, minute, second }: ICAL.Time) =>
  Date.UTC(year, month - 1, day, hour, minute, second);

function timesFrom(start: ICAL.Time, length: { days: number } | { ms: number }): Times {
  const from = instantOf(start);
  if ("ms" in length) return [from, from + length.ms];
  const end = start.clone();
  end.adjust(length.days, 0, 0, 0);
  return [from, instantOf(end)];
}

/** How many repetitions of entries are counted in one file, and how long: more than anybody has in a diary. */
export class RepetitionBudget {
  private left = 400_000;
  private readonly from = process.cpuUsage();

  /** `ms` of the processor's time, which does not depend on what else the machine does. */
  constructor(private readonly ms = 8_000) {}

  /** Throws when the file has had its time. */
  demandTime(): void {
    const { user, system } = process.cpuUsage(this.from);
    if ((user + system) / 1000 > this.ms) throw new Error("too long");
  }

  /** Counts one repetition. Throws when there were too many. */
  spend(): void {
    this.left -= 1;
    if (this.left < 0) throw new Error("too many repetitions");
    if (this.left % 1000 === 0) this.demandTime();
  }
}

/**
 * When an entry takes time before `until`, repetitions included (RFC 5545 §3.8.5): its start, the starts of its rules and
 * its extra dates, without the dates taken out and those `replaced` by entries of their own. Throws at a rule that nobody
 * can follow in little time.
 */
export function timesOf(
  entry: CalendarEntry,
  replaced: ReadonlySet<string>,
  until: number,
  repetitions: RepetitionBudget,
): Times[] {
  const { component } = entry;
  if (component.name === "vfreebusy") return busyPeriods(component);
  const start = component.getFirstPropertyValue("dtstart");
  if (!(start instanceof ICAL.Time)) throw new Error("no start");
  const length = lengthOf(component, start);
  const times = new Map<number, Times>([[instantOf(start), timesFrom(start, length)]]);
  for (const rule of component.getAllProperties("rrule").map((property) => property.getFirstValue())) {
    for (const at of startsOf(rule, start, until, repetitions)) times.set(instantOf(at), timesFrom(at, length));
  }
  for (const extra of component.getAllProperties("rdate").flatMap((property) => property.getValues())) {
    if (extra instanceof ICAL.Period)
      times.set(instantOf(extra.start), [instantOf(extra.start), instantOf(extra.getEnd())]);
    else if (extra instanceof ICAL.Time) times.set(instantOf(extra), timesFrom(extra, length));
  }
  for (const gone of component.getAllProperties("exdate").flatMap((property) => property.getValues())) {
    if (!(gone instanceof ICAL.Time)) continue;
    // A whole day takes out whatever begins on it.
    const [from, to] = timesFrom(gone, gone.isDate ? { days: 1 } : { ms: 1 });
    for (const at of times.keys()) if (at >= from && at < to) times.delete(at);
  }
  const days = [...replaced].filter((one) => one.startsWith("day ")).map((one) => Number(one.slice(4)));
  for (const at of times.keys())
    if (replaced.has(String(at)) || days.some((day) => at >= day && at < day + dayMs)) times.delete(at);
  return [...times.values()];
}

/** The starts of one rule before `until`. */
function* startsOf(
  rule: unknown,
  start: ICAL.Time,
  until: number,
  repetitions: RepetitionBudget,
): Generator<ICAL.Time> {
  if (!(rule instanceof ICAL.Recur) || !isBounded(rule)) throw new Error("no rule to follow");
  // Whoever writes a day as the last one means all of it, whatever hour the meetings have.
  if (rule.until?.isDate && !start.isDate) rule.until = endOf(rule.until, start);
  const iterator = rule.iterator(start);
  for (;;) {
    repetitions.spend();
    const next = iterator.next();
    if (!next || instantOf(next) >= until) return;
    // The iterator goes on with the same object.
    yield next.clone();
  }
}

function endOf({ year, month, day }: ICAL.Time, { zone }: ICAL.Time): ICAL.Time {
  return new ICAL.Time({ year, month, day, hour: 23, minute: 59, second: 59, isDate: false }, zone);
}

/** The periods of a VFREEBUSY that are not marked as free (RFC 5545 §3.8.2.6). */
function busyPeriods(component: ICAL.Component): Times[] {
  return component.getAllProperties("freebusy").flatMap((property) => {
    if (String(property.getFirstParameter("fbtype") ?? "").toUpperCase() === "FREE") return [];
    return property.getValues().map((period): Times => {
      if (!(period instanceof ICAL.Period)) throw new Error("no period");
      return [instantOf(period.start), instantOf(period.getEnd())];
    });
  });
}
