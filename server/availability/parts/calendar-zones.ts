import ICAL from "ical.js";
import { findIana } from "windows-iana";
import { isBounded } from "./bounded-rule";

/** Where a time without a zone is meant, as the people who use the product are. */
const usual = "Asia/Shanghai";

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** A zone of the IANA list, which this platform knows and the reader of calendars does not. */
class NamedZone extends ICAL.Timezone {
  private readonly format: Intl.DateTimeFormat;
  /** Seconds east of Greenwich by month, where they are the same at both of its ends. */
  private readonly months = new Map<number, number | null>();

  constructor(timeZone: string) {
    super({ tzid: timeZone });
    this.format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  }

  override utcOffset({ year, month, day, hour, minute, second }: ICAL.Time): number {
    const key = year * 12 + month - 1;
    if (!this.months.has(key)) {
      const [first, last] = [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)].map((wall) => this.offsetAt(wall));
      this.months.set(key, first === last ? (first ?? null) : null);
    }
    return this.months.get(key) ?? this.offsetAt(Date.UTC(year, month - 1, day, hour, minute, second));
  }

  /** Seconds east of Greenwich when the clocks of the zone show `wall` (milliseconds, as if it were UTC). */
  private offsetAt(wall: number): number {
    const once = wall - this.eastAt(wall);
    return (wall - (wall - this.eastAt(once))) / 1000;
  }

  private eastAt(instant: number): number {
    const parts = Object.fromEntries(
      this.format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  }
}

/** "UTC+08:00", "GMT+8", "+0800" as a zone without summer time; null for anything else. */
function fixedZone(name: string): ICAL.Timezone | null {
  const [, sign, hours, minutes] = /^(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?$/i.exec(name) ?? [];
  if (!sign || Number(hours) > 14 || Number(minutes ?? 0) > 59) return null;
  const offset = `${sign}${hours?.padStart(2, "0")}${minutes ?? "00"}`;
  return described(name, [
    "BEGIN:VTIMEZONE",
    "TZID:fixed",
    "BEGIN:STANDARD",
    "DTSTART:16010101T000000",
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    "END:STANDARD",
    "END:VTIMEZONE",
  ]);
}

/** Most changes of clocks, and most dates of them, in one description: real ones go back a hundred years. */
const [mostChanges, mostDates] = [200, 1000];

/** Whether a description can be followed in little time: clocks change by the year. */
function isBoundedZone(component: ICAL.Component): boolean {
  const changes = component.getAllSubcomponents();
  const dates = changes.reduce((sum, one) => sum + one.getAllProperties("rdate").length, 0);
  const rules = changes.flatMap((one) => one.getAllProperties("rrule").map((property) => property.getFirstValue()));
  return (
    changes.length <= mostChanges &&
    dates <= mostDates &&
    rules.every((rule) => rule instanceof ICAL.Recur && rule.freq === "YEARLY" && isBounded(rule))
  );
}

/** A zone as a file describes it; null when nobody can read the description. Throws at one that would take long to follow. */
function described(tzid: string, lines: readonly string[]): ICAL.Timezone | null {
  const component = parsed(lines);
  if (!component || component.getAllSubcomponents().length === 0) return null;
  if (!isBoundedZone(component)) throw new Error("no zone to follow");
  return new ICAL.Timezone({ component, tzid });
}

function parsed(lines: readonly string[]): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(lines.join("\r\n")));
  } catch {
    return null;
  }
}

/**
 * The zones of one calendar file by the names it writes. Many programs write names of their own: a path before the real
 * one ("/mozilla.org/20050126_1/Asia/Shanghai"), those of Windows, "(UTC+08:00) Beijing", or one that only the file
 * explains. A name that nobody knows means the calendar's own zone, and without one Shanghai's.
 */
export class CalendarZones {
  /** Null for one that cannot be followed. */
  private readonly found = new Map<string, ICAL.Timezone | null>();
  private readonly unknown = new Set<string>();
  /** The zone of times that are written without one. */
  readonly home: ICAL.Timezone;

  constructor(
    private readonly descriptions: ReadonlyMap<string, readonly string[]>,
    named: string,
  ) {
    this.home = this.homeOf(named) ?? new NamedZone(usual);
  }

  /** The zone that a file writes as `tzid`. Throws where its description cannot be followed. */
  of(tzid: string): ICAL.Timezone {
    const there = this.found.get(tzid);
    if (there) return there;
    if (there === null) throw new Error("no zone to follow");
    this.found.set(tzid, null);
    const known = this.known(tzid);
    if (!known) this.unknown.add(tzid);
    const zone = known ?? this.home;
    this.found.set(tzid, zone);
    return zone;
  }

  /** Whether a name was met that nobody knows, and its times were taken for those of the calendar's own zone. */
  isUnknown(tzid: string | undefined): boolean {
    return tzid !== undefined && this.unknown.has(tzid);
  }

  private homeOf(named: string): ICAL.Timezone | null {
    try {
      return named ? this.known(named) : null;
    } catch {
      return null;
    }
  }

  private known(written: string): ICAL.Timezone | null {
    const name = written.replace(/^"(.*)"$/, "$1").trim();
    if (/^(UTC|GMT|Z)$/i.test(name)) return ICAL.Timezone.utcTimezone;
    const [, city] = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9_+/-]+)$/.exec(name) ?? [];
    const listed = [city, windowsZone(name), /^(PRC|ROC|ROK|Japan|Singapore|Hongkong)$/.test(name) ? name : undefined];
    const iana = listed.find((one) => one !== undefined && isZone(one));
    if (iana) return new NamedZone(iana);
    const own = this.descriptions.get(name);
    return (own && described(name, own)) ?? fixedZone(name) ?? offsetIn(name) ?? chinese(name);
  }
}

/** What Chinese programs call their own time; CST is America's as well, and here it is China's. */
const chinese = (name: string): ICAL.Timezone | null =>
  /^CST$|beijing|china|shanghai|北京|中国|上海/i.test(name) ? new NamedZone(usual) : null;

const windowsZone = (name: string): string | undefined => findIana(name as Parameters<typeof findIana>[0])?.[0];

/** "(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi": what Exchange writes where it describes nothing. */
const offsetIn = (name: string): ICAL.Timezone | null => fixedZone(/^\((UTC[+-]\d{2}:\d{2})\)/.exec(name)?.[1] ?? "");
