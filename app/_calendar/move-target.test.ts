import { describe, expect, it } from "vitest";
import type { MoveCheck } from "@/server/calendars/reads/move-check";
import { at, freeNear, judge, shifted } from "./move-target";

const day = "2026-11-26";
const on = (time: string) => new Date(`${day}T${time}:00+08:00`).toISOString();
const span = (from: string, to: string) => ({ from: on(from), to: on(to) });
const hours = [{ weekday: 4, opens: "09:00", closes: "18:00" }];
const check: MoveCheck = {
  startsAt: on("09:00"),
  endsAt: on("10:30"),
  roomId: "one",
  rooms: [
    { id: "one", name: "一室", pointId: "here", hours, taken: [span("14:00", "15:00")] },
    { id: "two", name: "二室", pointId: "here", hours, taken: [] },
  ],
  people: [
    { id: "a", name: "沈静", taken: [{ ...span("16:00", "17:00"), pointId: "here" }], away: [], isUnsure: false },
    { id: "b", name: "周文博", taken: [], away: [span("11:00", "12:00")], isUnsure: false },
  ],
  travelMinutes: 30,
  parties: 2,
};
const now = new Date(on("08:00"));
const to = (time: string, roomId = "one") =>
  judge(check, at(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), 90 * 60_000, roomId), now);

describe("the way of a booking that is dragged", () => {
  it("is free, taken by a room or a person by name, or an absence", () => {
    expect(to("12:00")).toEqual({ state: "free", names: [] });
    expect(to("13:45")).toEqual({ state: "taken", names: ["一室"] });
    expect(to("13:45", "two")).toEqual({ state: "free", names: [] });
    expect(to("15:30", "two")).toEqual({ state: "taken", names: ["沈静"] });
    expect(to("10:30")).toEqual({ state: "away", names: ["周文博"] });
  });

  it("warns of a way between two points that is too short, and of people of whom nobody knows", () => {
    const [first, second] = check.people;
    if (!first || !second) throw new Error("two people");
    const judged = (people: MoveCheck["people"], time: string) =>
      judge(
        { ...check, people },
        at(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), 90 * 60_000, "two"),
        now,
      );
    const elsewhere = [{ ...first, taken: [{ ...span("16:00", "17:00"), pointId: "there" }] }, second];
    expect(judged(elsewhere, "14:15")).toEqual({ state: "away", names: ["沈静"] });
    expect(judged(elsewhere, "14:00")).toEqual({ state: "free", names: [] });
    expect(judged([first, { ...second, isUnsure: true }], "12:00")).toEqual({ state: "unknown", names: ["周文博"] });
    expect(judged([first, { ...second, isUnsure: true }], "10:30")).toEqual({ state: "away", names: ["周文博"] });
  });

  it("keeps to the room's hours, to the future, and knows where it came from", () => {
    expect(to("17:00").state).toBe("closed");
    expect(to("08:30").state).toBe("closed");
    expect(to("09:00").state).toBe("same");
    expect(to("09:00", "two").state).toBe("free");
    expect(judge(check, at("2026-11-25", 600, 5_400_000, "one"), now).state).toBe("past");
    expect(judge(check, at("2026-11-27", 600, 5_400_000, "one"), now).state).toBe("closed");
    expect(to("12:00", "elsewhere")).toEqual({ state: "closed", names: [] });
  });

  it("names the free places of that day nearest to the hour that was wanted", () => {
    const near = (time: string, roomId = "one") =>
      freeNear(check, at(day, Number(time.slice(0, 2)) * 60, 90 * 60_000, roomId), now, 3).map(
        ({ startsAt }) => startsAt,
      );
    expect(near("14:00")).toEqual(["09:30", "12:00", "12:30"].map(on));
    expect(near("17:00", "two")).toEqual(["13:30", "14:00", "14:30"].map(on));
    expect(freeNear(check, at("2026-11-27", 600, 5_400_000, "one"), now, 3)).toEqual([]);
  });

  it("stays within the hours shown when walked by keys, and keeps its length and step", () => {
    const target = at(day, 9 * 60 + 7, 90 * 60_000, "one");
    expect(target).toMatchObject({ startsAt: on("09:00"), endsAt: on("10:30") });
    const walk = (by: object) => shifted(target, { firstHour: 8, lastHour: 21, ...by });
    expect(walk({ minutes: 15 }).startsAt).toBe(on("09:15"));
    expect(walk({ minutes: -600 }).startsAt).toBe(on("08:00"));
    expect(walk({ minutes: 6000 }).endsAt).toBe(on("21:00"));
    expect(walk({ day: "2026-11-27", roomId: "two" })).toMatchObject({
      roomId: "two",
      startsAt: "2026-11-27T01:00:00.000Z",
    });
  });
});
