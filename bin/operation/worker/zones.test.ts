import { describe, expect, it } from "vitest";
import { lastDayOf, spanOf } from "@/app/_availability/absence-span";
import { dayFrom, dayOf as dayOnScreen, isOn, monthSheet, monthStep, partOn, weekOf } from "@/app/_calendar/days";
import { plannedShifts } from "@/app/_consultations/planned-shifts";
import { blankSeries } from "@/app/_town-halls/series-draft";
import { formatFor } from "@/app/_ui/format/format-for";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { addDays, addMonths, dayOf, instantOf, timeOf, weekdayOf, yearOf } from "@/server/kernel/shanghai";
import { mayGoAt } from "@/server/notifications/parts/quiet-hours";
import { addWorkdays, isHoliday, isWorkday, rollToWorkday } from "@/server/rules/workdays";
import { basisDays, lastMonths, monthDays, periodDays } from "@/server/statistics/reads/measure-span";
import { seriesDates } from "@/server/town-halls/parts/series-dates";
import { messageTexts } from "./message-texts";

/** Before and behind Shanghai, on another day, and two that change their clocks: at two in the morning and at midnight. */
const zones = ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "America/Havana", "Europe/London"];
const home = "Asia/Shanghai";

/** What is answered while the process is in this zone. Its own zone comes back, for the files that follow in it. */
function inZone<T>(zone: string, body: () => T): T {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return body();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

/** Last and first moments of days, months and years in Shanghai, a leap day, and hours at which zones change their clocks. */
const edges = [
  "2026-11-30T23:59:59.999+08:00",
  "2026-12-01T00:00:00.000+08:00",
  "2026-12-31T23:59:59.999+08:00",
  "2027-01-01T00:00:00.000+08:00",
  "2027-02-28T23:59:59.999+08:00",
  "2027-03-01T00:00:00.000+08:00",
  "2028-02-28T23:59:59.999+08:00",
  "2028-02-29T00:00:00.000+08:00",
  "2028-02-29T23:59:59.999+08:00",
  "2028-03-01T00:00:00.000+08:00",
  ...["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"].flatMap((day) =>
    ["00:00", "00:30", "01:30", "02:30", "10:00", "16:30"].map((time) => `${day}T${time}:00.000+08:00`),
  ),
].map((text) => new Date(text));
const days = Array.from({ length: 800 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const none: ReadonlyMap<string, boolean> = new Map();
const quiet = { "notice.quietFromHour": 22, "notice.quietUntilHour": 7 };

const answers: Record<string, () => unknown> = {
  "days, years, times and their instants": () => [
    ...edges.map((at) => [dayOf(at), yearOf(at), timeOf(at), dayOnScreen(at), toWallClock(at)]),
    ...edges.map((at) => [dayFrom(undefined, at), instantOf(dayOf(at), timeOf(at)), fromWallClock(toWallClock(at))]),
  ],
  "weeks, weekdays, months and what follows a day": () =>
    days.map((day) => [weekdayOf(day), addDays(day, 1), addMonths(day, 1), weekOf(day), monthStep(day, 1)]),
  "sheets of months": () => lastMonths("2028-03-01", 30).map((month) => [monthSheet(`${month}-01`), monthDays(month)]),
  "holidays, working days and limits in working days": () =>
    days.map((day) => [
      isHoliday(day, none),
      isWorkday(day, none),
      rollToWorkday(day, none),
      addWorkdays(day, 3, none),
    ]),
  "meetings of a series": () => seriesDates({ weekday: 4, fromDay: "2026-01-01", untilDay: "2028-03-10" }, none),
  "periods of the figures and what they are compared with": () =>
    edges.flatMap((at) =>
      (["week", "month", "quarter", "year"] as const).map((period) => {
        const span = periodDays(period, dayOf(at));
        return [span, basisDays(span, "lastYear"), basisDays(span, "previous")];
      }),
    ),
  "the hour at which a message may be sent": () => edges.map((at) => mayGoAt(at, quiet, [null])),
  "absences, shifts and drafts in forms": () =>
    edges.map((at) => {
      const day = dayOf(at);
      const absence = spanOf({ isWhole: true, fromDay: day, toDay: addDays(day, 2), fromTime: "", toTime: "" });
      const shifts = plannedShifts([day], "night", { from: "", until: "" });
      return [absence, absence && lastDayOf(absence), shifts, blankSeries(day, "", "")];
    }),
  "which days a span touches, and its part on each": () =>
    edges.map((at) => {
      const span = { startsAt: at.toISOString(), endsAt: new Date(at.getTime() + 30 * 3_600_000).toISOString() };
      return weekOf(dayOf(at)).map((day) => [isOn(span, day), partOn(span, day)]);
    }),
  "words of pages and messages": () =>
    (["zh-CN", "en"] as const).flatMap((locale) =>
      edges.flatMap((at) => {
        const f = formatFor(locale, edges[0] as Date);
        const end = new Date(at.getTime() + 5_400_000);
        const texts = [f.date(at), f.dateTime(at), f.time(at), f.span(at, end), f.nearDay(at)];
        const [from, to] = [at.toISOString(), end.toISOString()];
        return [...texts, messageTexts.moment(locale, from, at), messageTexts.span(locale, from, to, at)];
      }),
    ),
};

describe.each(Object.entries(answers))("%s", (_name, answer) => {
  const atHome = inZone(home, answer);
  it.each(zones)("are those of Shanghai in a process of %s", (zone) => {
    expect(inZone(zone, answer)).toEqual(atHome);
  });
});

it("means the days of the law: edges of Shanghai, whatever day it is elsewhere", () => {
  for (const zone of [home, ...zones])
    inZone(zone, () => {
      expect(edges.slice(2, 4).map((at) => [yearOf(at), dayOf(at), timeOf(at)])).toEqual([
        [2026, "2026-12-31", "23:59"],
        [2027, "2027-01-01", "00:00"],
      ]);
      expect(instantOf("2028-02-29", "24:00").toISOString()).toBe("2028-02-29T16:00:00.000Z");
      expect([weekdayOf("2026-03-08"), weekdayOf("2026-11-01"), weekdayOf("2028-02-29")]).toEqual([7, 7, 2]);
    });
});
