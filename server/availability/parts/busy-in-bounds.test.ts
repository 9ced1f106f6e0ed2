import { describe, expect, it } from "vitest";
import { busyFromIcs } from "./busy-from-ics";
import { busyInBounds } from "./busy-in-bounds";
import { RepetitionBudget } from "./read-entry-times";

const now = new Date("2026-11-25T07:00:00Z");
const file = (...lines: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (uid: string, ...lines: string[]) => ["BEGIN:VEVENT", `UID:${uid}`, ...lines, "END:VEVENT"];
const meeting = event("one", "DTSTART:20261127T010000Z", "DTEND:20261127T030000Z");
const seconds = Array.from({ length: 60 }, (_, i) => i).join(",");

describe("a calendar that was made to be counted through", () => {
  it.each([
    "FREQ=SECONDLY",
    "FREQ=DAILY;INTERVAL=999999999999",
    "FREQ=MINUTELY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=HOURLY;COUNT=2000000000",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31",
    `FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8;BYMINUTE=${seconds}`,
    `FREQ=DAILY;BYSECOND=${seconds}`,
    `FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 366 }, (_, i) => i + 1).join(",")}`,
  ])("%s is left out at once, and the rest is read", (rule) => {
    const { spans, unread } = busyFromIcs(
      file(...event("bomb", "DTSTART:19010101T000000Z", "DURATION:PT1M", `RRULE:${rule}`), ...meeting),
      now,
    );
    expect([spans.length, unread.length]).toEqual([1, 1]);
  });

  it.each([
    ["a rule by the second", ["RRULE:FREQ=SECONDLY"]],
    ["a rule by the day", ["RRULE:FREQ=DAILY"]],
    ["a flood of dates", Array.from({ length: 2000 }, () => "RDATE:20200101T000000")],
  ])("a zone with %s is not followed: what is in it is named, and the rest is read", (_, lines) => {
    const zone = [
      ...["BEGIN:VTIMEZONE", "TZID:Made", "BEGIN:DAYLIGHT", "DTSTART:00010101T000000", ...lines],
      ...["TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT", "END:VTIMEZONE"],
    ];
    const inZone = event("in", "DTSTART;TZID=Made:20261202T000000", "DURATION:PT1H");
    const text = file("X-WR-TIMEZONE:Made", ...zone, ...inZone, ...inZone, ...meeting);
    const { spans, unread } = busyFromIcs(text, now);
    expect([spans.length, unread]).toEqual([1, ["20261202T000000", "20261202T000000"]]);
  });

  it("is read as far as its time goes, and what is left is named", () => {
    const many = Array.from({ length: 50 }, (_, i) =>
      event(`many ${i}`, "DTSTART:19010101T000000Z", "DURATION:PT1M", "RRULE:FREQ=DAILY"),
    );
    const text = file(...meeting, ...many.flat());
    expect(busyFromIcs(text, now, new RepetitionBudget(0))).toEqual({ spans: [], unread: expect.anything() });
    const { spans, unread } = busyFromIcs(text, now, new RepetitionBudget(150));
    expect(spans.length).toBeGreaterThan(0);
    expect(unread).toContain("19010101T000000Z");
  });

  it("names an entry by signs that a time has, whatever stands there", () => {
    const { unread } = busyFromIcs(file(...event("odd", "DTSTART:20\0\u202e26\ud83d1202"), ...meeting), now);
    expect(unread).toEqual(["20261202"]);
  });

  it("leaves the rules of real calendars in place, however long ago they began", () => {
    for (const rule of [
      "FREQ=DAILY",
      "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      "FREQ=MONTHLY;BYDAY=1MO",
      "FREQ=MONTHLY;BYMONTHDAY=31",
      "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
      "FREQ=DAILY;BYHOUR=9,14;BYMINUTE=0",
    ]) {
      const { spans, unread } = busyFromIcs(
        file(...event("old", "DTSTART:20100104T010000Z", "DURATION:PT1H", `RRULE:${rule}`)),
        now,
      );
      expect([spans.length > 0, unread], rule).toEqual([true, []]);
    }
  });
});

describe("reading a calendar in a process of its own", () => {
  it("gives the same as reading it here, and the same refusal", async () => {
    expect(await busyInBounds(file(...meeting), now)).toEqual(busyFromIcs(file(...meeting), now));
    await expect(busyInBounds("<html>", now)).rejects.toMatchObject({ problem: "notCalendar" });
  }, 60_000);

  it("ends what takes longer than its time, or answers too much, as too large", async () => {
    await expect(busyInBounds(file(...meeting), now, { ms: 1, memory: 128, most: 1_000_000 })).rejects.toMatchObject({
      problem: "tooLarge",
    });
    await expect(busyInBounds(file(...meeting), now, { ms: 60_000, memory: 128, most: 10 })).rejects.toMatchObject({
      problem: "tooLarge",
    });
  }, 90_000);
});
