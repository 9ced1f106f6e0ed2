import { expect, it } from "vitest";
import { daysOf, hrefOf, stepFrom, wantedFrom } from "./view";

const now = new Date("2026-11-25T07:00:00Z");

it("an address that asks for nonsense shows this week of one's own", () => {
  expect(wantedFrom({ view: "x", scope: "y", day: "z", of: "' or 1" }, now)).toEqual({
    view: "week",
    scope: "mine",
    day: "2026-11-25",
    of: "",
    isFeedsOpen: false,
  });
});

it("a view steps by its own length and keeps the rest of the address", () => {
  const month = wantedFrom({ view: "month", scope: "rooms" }, now);
  expect(stepFrom(month, 1)).toBe("2026-12-01");
  expect(stepFrom({ ...month, view: "week" }, -1)).toBe("2026-11-18");
  expect(stepFrom({ ...month, view: "day" }, 1)).toBe("2026-11-26");
  expect(daysOf(month)).toHaveLength(42);
  expect(hrefOf(month, { day: "2026-12-01", isFeedsOpen: true })).toBe(
    "?view=month&scope=rooms&day=2026-12-01&panel=feeds",
  );
});
