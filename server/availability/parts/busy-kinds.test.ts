import { expect, it } from "vitest";
import { busyFromIcs } from "./busy-from-ics";

/** A Monday at noon in Shanghai. */
const now = new Date("2026-11-30T04:00:00Z");
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:a", ...lines, "END:VEVENT"];
const from = (start: string) => `DTSTART;TZID=Asia/Shanghai:${start}`;
const hour = "DURATION:PT1H";
const summerTime = [
  "BEGIN:VTIMEZONE",
  "TZID:Zone of the house",
  "BEGIN:STANDARD",
  "DTSTART:20071104T020000",
  "TZOFFSETFROM:-0400",
  "TZOFFSETTO:-0500",
  "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:20070311T020000",
  "TZOFFSETFROM:-0500",
  "TZOFFSETTO:-0400",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];
const shanghai = (instant: Date) =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace("T", " ");

/** What each file says, as its spans "month-day hour:minute/…" in Shanghai. */
const kinds: [what: string, lines: string[], spans: string[], unread?: string[]][] = [
  [
    "extra dates without a rule",
    event("DTSTART:20261203T010000Z", hour, "RDATE:20261210T010000Z"),
    ["12-03 09:00/12-03 10:00", "12-10 09:00/12-10 10:00"],
  ],
  [
    "extra periods with lengths of their own",
    event("DTSTART:20261203T010000Z", hour, "RDATE;VALUE=PERIOD:20261210T010000Z/PT3H"),
    ["12-03 09:00/12-03 10:00", "12-10 09:00/12-10 12:00"],
  ],
  [
    "a start off its rule",
    event(from("20261203T090000"), hour, "RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=MO;COUNT=4"),
    ["12-03 09:00/12-03 10:00", "12-21 09:00/12-21 10:00", "01-11 09:00/01-11 10:00"],
  ],
  [
    "the 30th of months that may lack it, and the last day",
    event(from("20260131T090000"), hour, "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"),
    ["11-30 09:00/11-30 10:00", "12-31 09:00/12-31 10:00"],
  ],
  [
    "the same UID three times",
    [
      ...event(from("20261203T090000"), hour),
      ...event(from("20261204T090000"), hour),
      ...event(from("20261207T090000"), hour),
    ],
    ["12-03 09:00/12-03 10:00", "12-04 09:00/12-04 10:00", "12-07 09:00/12-07 10:00"],
  ],
  [
    "small letters",
    event(from("20261203T090000"), hour).map((line) =>
      line.replace(/^(BEGIN|END|DURATION):/, (name) => name.toLowerCase()).replace("VEVENT", "vevent"),
    ),
    ["12-03 09:00/12-03 10:00"],
  ],
  [
    "two rules at once",
    event(from("20261201T090000"), hour, "RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=MONTHLY;COUNT=2;BYMONTHDAY=5"),
    ["12-01 09:00/12-01 10:00", "12-05 09:00/12-05 10:00", "12-08 09:00/12-08 10:00", "01-05 09:00/01-05 10:00"],
  ],
  [
    "a zone that only the file knows",
    [...summerTime, ...event("DTSTART;TZID=Zone of the house:20261203T090000", hour)],
    ["12-03 22:00/12-03 23:00"],
  ],
  [
    "a quoted zone with a colon and a comma",
    event('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20261203T090000', hour),
    ["12-03 16:00/12-03 17:00"],
  ],
  ["a zone of Windows", event("DTSTART;TZID=Tokyo Standard Time:20261203T090000", hour), ["12-03 08:00/12-03 09:00"]],
  [
    "an end in UTC of a rule in local time",
    event(from("20261201T090000"), hour, "RRULE:FREQ=DAILY;UNTIL=20261203T010000Z"),
    ["12-01 09:00/12-01 10:00", "12-02 09:00/12-02 10:00", "12-03 09:00/12-03 10:00"],
  ],
  [
    "a date taken out in UTC, another by its day",
    event(
      from("20261201T090000"),
      hour,
      "RRULE:FREQ=DAILY;COUNT=4",
      "EXDATE:20261202T010000Z",
      "EXDATE;VALUE=DATE:20261203",
    ),
    ["12-01 09:00/12-01 10:00", "12-04 09:00/12-04 10:00"],
  ],
  [
    "a repetition moved here from outside the sixty days",
    [
      ...event(from("20260601T090000"), hour, "RRULE:FREQ=YEARLY"),
      ...event("RECURRENCE-ID;TZID=Asia/Shanghai:20270601T090000", from("20261203T140000"), hour),
    ],
    ["12-03 14:00/12-03 15:00"],
  ],
  [
    "a repetition whose series is not in the file",
    event("RECURRENCE-ID:20261202T010000Z", from("20261203T140000"), hour),
    ["12-03 14:00/12-03 15:00"],
  ],
  [
    "hours of a free-busy list, without those that are free",
    [
      "BEGIN:VFREEBUSY",
      "UID:f",
      "FREEBUSY;FBTYPE=BUSY:20261203T010000Z/PT1H,20261204T010000Z/20261204T030000Z",
      "FREEBUSY;FBTYPE=FREE:20261207T010000Z/PT1H",
      "END:VFREEBUSY",
    ],
    ["12-03 09:00/12-03 10:00", "12-04 09:00/12-04 11:00"],
  ],
  ["what Outlook marks as free", event(from("20261203T090000"), hour, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"), []],
  [
    "a rule nobody can read beside what can be read",
    [...event(from("20261203T090000"), hour, "RRULE:FREQ=WEEKLY;BYDAY=XX"), ...event(from("20261204T090000"), hour)],
    ["12-04 09:00/12-04 10:00"],
    ["20261203T090000"],
  ],
  [
    "a time nobody can read",
    [...event("DTSTART:morgen", hour), ...event(from("20261204T090000"), hour)],
    ["12-04 09:00/12-04 10:00"],
    ["morgen"],
  ],
  [
    "a rule that takes dates out",
    event(from("20261203T090000"), hour, "RRULE:FREQ=DAILY;COUNT=2", "EXRULE:FREQ=DAILY;COUNT=1"),
    ["12-03 09:00/12-03 10:00", "12-04 09:00/12-04 10:00"],
    ["20261203T090000"],
  ],
  ["an end before its start", event("DTSTART:20261203T030000Z", "DTEND:20261203T010000Z"), [], ["20261203T030000Z"]],
  [
    "days that end before they begin",
    event("DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261203"),
    ["12-05 00:00/12-06 00:00"],
    ["20261205"],
  ],
  [
    "a zone that nobody knows, with a date taken out in it",
    event(
      "DTSTART;TZID=Nirgendwo:20261203T090000",
      hour,
      "RRULE:FREQ=DAILY;COUNT=2",
      "EXDATE;TZID=Nirgendwo:20261204T090000",
    ),
    ["12-03 09:00/12-03 10:00"],
    ["20261203T090000"],
  ],
  [
    "China's time as its own programs call it",
    event("DTSTART;TZID=北京时间:20261203T090000", hour),
    ["12-03 09:00/12-03 10:00"],
  ],
  [
    "a last day that is a day, of meetings at an hour",
    event(from("20261203T090000"), hour, "RRULE:FREQ=DAILY;UNTIL=20261204"),
    ["12-03 09:00/12-03 10:00", "12-04 09:00/12-04 10:00"],
  ],
  [
    "one repetition named by its day and moved",
    [
      ...event(from("20261203T090000"), hour, "RRULE:FREQ=DAILY;COUNT=2"),
      ...event("RECURRENCE-ID;VALUE=DATE:20261204", from("20261205T140000"), hour),
    ],
    ["12-03 09:00/12-03 10:00", "12-05 14:00/12-05 15:00"],
  ],
  [
    "a rule by the Chinese calendar",
    event(from("20261203T090000"), hour, "RRULE:RSCALE=CHINESE;FREQ=YEARLY"),
    ["12-03 09:00/12-03 10:00"],
    ["20261203T090000"],
  ],
  [
    "weeks counted over a change of clocks",
    event("DTSTART;TZID=Europe/Berlin:20261020T090000", hour, "RRULE:FREQ=WEEKLY;COUNT=8"),
    ["12-01 16:00/12-01 17:00", "12-08 16:00/12-08 17:00"],
  ],
  [
    "a part that calls everything in it off, beside one that says it",
    [
      ...event(from("20261203T090000"), hour, "SEQUENCE:1"),
      ...event(from("20261203T110000"), hour, "SEQUENCE:3"),
      ...["END:VCALENDAR", "BEGIN:VCALENDAR", "METHOD:CANCEL"],
      ...event(from("20261203T090000"), hour, "SEQUENCE:2"),
    ],
    ["12-03 11:00/12-03 12:00"],
  ],
  ["only what is called off", ["METHOD:CANCEL", ...event(from("20261203T090000"), hour)], []],
  [
    "one repetition that is called off by itself",
    [
      ...event(from("20261203T090000"), hour, "RRULE:FREQ=DAILY;COUNT=2"),
      ...["END:VCALENDAR", "BEGIN:VCALENDAR", "METHOD:cancel"],
      ...event("RECURRENCE-ID;TZID=Asia/Shanghai:20261204T090000", from("20261204T090000"), hour),
    ],
    ["12-03 09:00/12-03 10:00"],
  ],
  ["an invitation", ["METHOD:REQUEST", ...event(from("20261203T090000"), hour)], ["12-03 09:00/12-03 10:00"]],
  ["a start on a day that no calendar has", event(from("20261131T090000"), hour), [], ["20261131T090000"]],
  ["a start at an hour that no day has", event(from("20261203T250000"), hour), [], ["20261203T250000"]],
  ["an end on such a day", event("DTSTART;VALUE=DATE:20261229", "DTEND;VALUE=DATE:20261232"), [], ["20261229"]],
  [
    "extra dates of which one is such a day",
    event(
      from("20261203T090000"),
      hour,
      "RDATE;TZID=Asia/Shanghai:20261131T090000,20261210T090000",
      "EXDATE:20261131T010000Z",
    ),
    ["12-03 09:00/12-03 10:00", "12-10 09:00/12-10 10:00"],
    ["20261203T090000"],
  ],
  [
    "a change of all later repetitions",
    [
      ...event(from("20261203T090000"), hour, "RRULE:FREQ=DAILY;COUNT=2"),
      ...event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261204T010000Z", from("20261204T140000"), hour),
    ],
    ["12-03 09:00/12-03 10:00", "12-04 14:00/12-04 15:00"],
    ["20261204T140000"],
  ],
];

it.each(kinds)("%s", (_what, lines, spans, unread = []) => {
  const read = busyFromIcs(["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n"), now);
  expect(read.spans.map((span) => `${shanghai(span.from)}/${shanghai(span.to)}`)).toEqual(spans);
  expect(read.unread).toEqual(unread);
});
