import { beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../kernel/shanghai";
import { type TestCounty, testCounty } from "../../testing/county";
import { lastCountyEvent } from "../../testing/events";
import { refusedWith } from "../../testing/refused";
import { addShifts } from "../add-shifts";
import { removeShift } from "../remove-shift";
import { dutyWeek } from "./duty-week";

let county: TestCounty;
/** A Wednesday morning in Shanghai. */
const now = new Date("2026-11-25T10:00:00+08:00");
beforeEach(async () => {
  county = await testCounty();
});
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** A lawyer on duty from so many minutes to so many minutes from now. */
async function onDuty(username: string, from: number, until: number) {
  const shifts = [{ from: inMinutes(from).toISOString(), until: inMinutes(until).toISOString() }];
  const personId = county.people[username] ?? "";
  return (await addShifts(county.as("committee", { now }), { personId, shifts })).shiftIds[0] ?? "";
}
const lawyerId = () => county.people.lawyer ?? "";

describe("the roster", () => {
  it("is written by the committee's head alone, for lawyers in office, never twice for one hour", async () => {
    const day = now.toISOString();
    const shifts = [{ from: inMinutes(0).toISOString(), until: inMinutes(60).toISOString() }];
    const add = (username: string, person: string, over = shifts) =>
      addShifts(county.as(username, { now }), { personId: county.people[person] ?? "", shifts: over });
    for (const username of ["mediator", "officer", "head", "lawyer", "grid", "county", "admin"])
      expect(await refusedWith(add(username, "lawyer")), username).toBe("forbidden");
    expect(await refusedWith(add("committee", "judge"))).toBe("lawyerNeeded");
    await add("committee", "lawyer");
    expect(await lastCountyEvent(county.countyId)).toMatchObject({
      action: "duty.change",
      payload: { personId: lawyerId(), shifts: 1 },
    });
    expect(await refusedWith(add("committee", "lawyer"))).toBe("dutyTwice");
    await add("committee", "lawyer2");
    const long = [{ from: inMinutes(100).toISOString(), until: inMinutes(100 + 25 * 60).toISOString() }];
    expect(await refusedWith(add("committee", "lawyer", long))).toBe("shiftLength");
    const turned = [{ from: day, until: inMinutes(-5).toISOString() }];
    expect(await refusedWith(add("committee", "lawyer", turned))).toBe("shiftLength");
    const over = [{ from: inMinutes(-90).toISOString(), until: inMinutes(-30).toISOString() }];
    expect(await refusedWith(add("committee", "lawyer", over))).toBe("shiftOver");
  });

  it("shows a week with its gaps from now on, and lets only the head change it", async () => {
    const shiftId = await onDuty("lawyer", 0, 60);
    const week = await dutyWeek(county.as("committee", { now }), { day: dayOf(now) });
    expect(week.days).toHaveLength(7);
    expect(week.lawyers.map((one) => one.name)).toEqual(expect.arrayContaining(["林晓岚", "司马青"]));
    expect(week.mayChange).toBe(true);
    expect((await dutyWeek(county.as("mediator", { now }), { day: dayOf(now) })).mayChange).toBe(false);
    expect(await refusedWith(removeShift(county.as("mediator", { now }), { shiftId }))).toBe("forbidden");
    await removeShift(county.as("committee", { now }), { shiftId });
    expect(await refusedWith(removeShift(county.as("committee", { now }), { shiftId }))).toBe("notFound");
    const passed = await onDuty("lawyer2", -90, 10);
    expect(await refusedWith(removeShift(county.as("committee", { now: inMinutes(11) }), { shiftId: passed }))).toBe(
      "shiftOver",
    );
  });
});
