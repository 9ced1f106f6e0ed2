import { afterEach, describe, expect, it } from "vitest";
import { busyFromIcs } from "./busy-from-ics";
import { UnreadCalendar } from "./fetch-calendar";

/** A Wednesday afternoon in Shanghai. */
const now = new Date("2026-11-25T07:00:00Z");
const home = process.env.TZ;
afterEach(() => {
  process.env.TZ = home;
});

const file = (...lines: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (uid: string, ...lines: string[]) => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  "DTSTAMP:20261101T000000Z",
  ...lines,
  "END:VEVENT",
];
const spansOf = (text: string) =>
  busyFromIcs(text, now).spans.map(({ from, to }) => `${from.toISOString()}/${to.toISOString()}`);

const newYork = [
  "BEGIN:VTIMEZONE",
  "TZID:America/New_York",
  "BEGIN:STANDARD",
  "DTSTART:20071104T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
  "TZOFFSETFROM:-0400",
  "TZOFFSETTO:-0500",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:20070311T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
  "TZOFFSETFROM:-0500",
  "TZOFFSETTO:-0400",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

describe.each(["UTC", "America/New_York", "Asia/Shanghai"])("busy times on a machine in %s", (zone) => {
  it("are the same instants for UTC, named zones, folded lines, floating times and whole days", () => {
    process.env.TZ = zone;
    expect(new Date(2026, 10, 26).getTimezoneOffset()).toBe(
      { UTC: 0, "America/New_York": 300, "Asia/Shanghai": -480 }[zone],
    );
    const text = file(
      ...newYork,
      ...event("utc", "DTSTART:20261126T010000Z", "DTEND:20261126T020000Z"),
      ...event("tzid", "DTSTART;TZID=Asia/Shanghai:20261126T140000", "DTEND;TZID=Asia/Shanghai:20261126T153000"),
      ...event("far", "DTSTART;TZID=America/New_York:20261127T090000", "DURATION:PT1H"),
      ...event("floating", "DTSTART:20261128T0900", " 00", "DTEND:20261128T100000"),
      ...event("day", "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261203"),
      ...event("oneDay", "DTSTART;VALUE=DATE:20261210"),
    );
    expect(spansOf(text)).toEqual([
      "2026-11-26T01:00:00.000Z/2026-11-26T02:00:00.000Z",
      "2026-11-26T06:00:00.000Z/2026-11-26T07:30:00.000Z",
      "2026-11-27T14:00:00.000Z/2026-11-27T15:00:00.000Z",
      "2026-11-28T01:00:00.000Z/2026-11-28T02:00:00.000Z",
      "2026-11-30T16:00:00.000Z/2026-12-02T16:00:00.000Z",
      "2026-12-09T16:00:00.000Z/2026-12-10T16:00:00.000Z",
    ]);
  });

  it("repeat by rule, without excepted dates, with moved and cancelled ones, over a change of clocks", () => {
    process.env.TZ = zone;
    const text = file(
      ...newYork,
      ...event(
        "weekly",
        "DTSTART;TZID=Asia/Shanghai:20260902T090000",
        "DTEND;TZID=Asia/Shanghai:20260902T100000",
        "RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20261217T000000Z",
        "EXDATE;TZID=Asia/Shanghai:20261202T090000",
      ),
      ...event(
        "weekly",
        "RECURRENCE-ID;TZID=Asia/Shanghai:20261209T090000",
        "DTSTART;TZID=Asia/Shanghai:20261211T160000",
        "DTEND;TZID=Asia/Shanghai:20261211T170000",
      ),
      ...event(
        "weekly",
        "RECURRENCE-ID;TZID=Asia/Shanghai:20261216T090000",
        "DTSTART;TZID=Asia/Shanghai:20261216T090000",
        "DTEND;TZID=Asia/Shanghai:20261216T100000",
        "STATUS:CANCELLED",
      ),
      ...event("days", "DTSTART;VALUE=DATE:20261105", "RRULE:FREQ=MONTHLY;BYMONTHDAY=5;COUNT=3"),
    );
    expect(spansOf(text)).toEqual([
      "2026-11-25T01:00:00.000Z/2026-11-25T02:00:00.000Z",
      "2026-12-04T16:00:00.000Z/2026-12-05T16:00:00.000Z",
      "2026-12-11T08:00:00.000Z/2026-12-11T09:00:00.000Z",
      "2027-01-04T16:00:00.000Z/2027-01-05T16:00:00.000Z",
    ]);
  });
});

describe("busy times", () => {
  it("leave out events that are free, cancelled, past or more than sixty days ahead, and merge overlapping ones", () => {
    const text = file(
      ...event("free", "DTSTART:20261126T010000Z", "DTEND:20261126T020000Z", "TRANSP:TRANSPARENT"),
      ...event("off", "DTSTART:20261126T030000Z", "DTEND:20261126T040000Z", "STATUS:CANCELLED"),
      ...event("past", "DTSTART:20261120T030000Z", "DTEND:20261120T040000Z"),
      ...event("later", "DTSTART:20270601T030000Z", "DTEND:20270601T040000Z"),
      ...event("one", "DTSTART:20261127T010000Z", "DTEND:20261127T030000Z"),
      ...event("two", "DTSTART:20261127T020000Z", "DTEND:20261127T040000Z"),
      ...event("long", "DTSTART:20261001T000000Z", "DTEND:20261125T080000Z"),
    );
    expect(spansOf(text)).toEqual([
      "2026-11-24T16:00:00.000Z/2026-11-25T08:00:00.000Z",
      "2026-11-27T01:00:00.000Z/2026-11-27T04:00:00.000Z",
    ]);
  });

  it("keep the rest when one rule cannot be followed, and say so", () => {
    const text = file(
      ...event("never", "DTSTART:20200101T000000Z", "DURATION:PT1M", "RRULE:FREQ=SECONDLY"),
      ...event("one", "DTSTART:20261127T010000Z", "DTEND:20261127T030000Z"),
    );
    const { spans, unread } = busyFromIcs(text, now);
    expect([spans.length, unread]).toEqual([1, ["20200101T000000Z"]]);
  });

  it("know the zone names that programs write, and take Shanghai's for an unknown one", () => {
    const described = (name: string, offset: string) => [
      "BEGIN:VTIMEZONE",
      `TZID:${name}`,
      "BEGIN:STANDARD",
      "DTSTART:16010101T000000",
      `TZOFFSETFROM:${offset}`,
      `TZOFFSETTO:${offset}`,
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const at = (zone: string, before: string[] = []) =>
      spansOf(file(...before, ...event("one", `DTSTART;TZID=${zone}:20261127T090000`, "DURATION:PT1H")))[0]?.slice(
        11,
        16,
      );
    for (const zone of [
      "/freeassociation.sourceforge.net/Asia/Shanghai",
      "/mozilla.org/20050126_1/Asia/Shanghai",
      "Beijing",
      "北京，重庆",
      "CST",
      "China Standard Time",
      '"(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi"',
      "UTC+08:00",
      "GMT+8",
      "PRC",
      "__proto__",
    ])
      expect(at(zone), zone).toBe("01:00");
    expect(at("Meine Zeit", described("Meine Zeit", "+0100"))).toBe("08:00");
    expect(at("UTC")).toBe("09:00");
  });

  it("are read from the properties about time alone: invented names in a file have no effect", () => {
    const names = () => [Object.keys(Object.prototype), Object.keys(Object), ({} as { summary?: string }).summary];
    const before = names();
    for (const uid of ["__proto__", "constructor", "prototype", "toString"])
      expect(
        spansOf(file(...event(uid, "SUMMARY:x", "__PROTO__:x", "DTSTART:20261127T010000Z", "DURATION:PT1H"))),
      ).toHaveLength(1);
    expect(names()).toEqual(before);
    const nameless = ["BEGIN:VEVENT", "DTSTART:20261127T010000Z", "DURATION:PT1H", "END:VEVENT"];
    const other = nameless.map((line) => line.replace("1127", "1128"));
    const alarm = ["BEGIN:VALARM", "TRIGGER:-PT15M", "UID:a", "DTSTART:20261201T010000Z", "END:VALARM"];
    const task = ["BEGIN:VTODO", "UID:b", "DTSTART:20261202T010000Z", "END:VTODO"];
    const withAlarm = [...nameless.slice(0, -1), ...alarm, "END:VEVENT"];
    expect(spansOf(file(...withAlarm, ...task, ...other))).toHaveLength(2);
  });

  it("are incomplete when an event has no time, and refused when the file was cut off", () => {
    const one = event("one", "DTSTART:20261127T010000Z", "DTEND:20261127T030000Z");
    for (const broken of [event("two", "DTSTART:tomorrow"), event("two", "SUMMARY:x")])
      expect(busyFromIcs(file(...one, ...broken), now)).toMatchObject({ spans: [{}], unread: [expect.any(String)] });
    expect(() => busyFromIcs(file(...one).slice(0, -40), now)).toThrow(UnreadCalendar);
  });

  it("are read quickly however long a line is", () => {
    const one = event("one", "DTSTART:20261127T010000Z", "DTEND:20261127T030000Z");
    const long = 700_000;
    const lines = [
      `DTSTART${";TZID=".repeat(long / 6)}`,
      `DTSTART;TZID=${";".repeat(long)}:20261127T010000`,
      `BEGIN:${" ".repeat(long)}x`,
      `END:${" ".repeat(long)}x`,
      `EXDATE:${"20261127T010000,".repeat(long / 16)}`,
      `X-WR-TIMEZONE:${"A/".repeat(long / 2)}!`,
    ];
    for (const line of lines) expect(() => busyFromIcs(file(line, ...one), now), line.slice(0, 20)).not.toThrow();
  });

  it("are read from calendar files only", () => {
    for (const text of ["", "<html><body>Sign in</body></html>", "x".repeat(1000)])
      expect(() => busyFromIcs(text, now)).toThrow(UnreadCalendar);
  });
});
