import { expect, it } from "vitest";
import { isLive } from "./desk-hours";

const at = (time: string) => new Date(`${time}+08:00`);
const session = { startsAt: at("2026-11-30T23:30"), endsAt: at("2026-12-01T01:00"), heldUntil: null, startedAt: null };

it("a desk is open on its day and, past midnight, until its hour ends; afterwards only where it was begun", () => {
  const open = (now: string, over = {}) => isLive({ ...session, status: "booked", ...over }, at(now));
  expect(open("2026-11-30T08:00")).toBe(true);
  expect(open("2026-12-01T00:20")).toBe(true);
  expect(open("2026-12-01T01:00")).toBe(false);
  expect(open("2026-12-01T01:00", { startedAt: at("2026-12-01T00:10") })).toBe(true);
  expect(open("2026-11-29T23:59")).toBe(false);
  expect(open("2026-12-01T00:20", { heldUntil: at("2026-12-01T08:00") })).toBe(false);
});
