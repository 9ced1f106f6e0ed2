import { describe, expect, it } from "vitest";
import { addMonths } from "../kernel/shanghai";
import { addWorkdays, isWorkday, rollToWorkday } from "./workdays";

const none = new Map<string, boolean>();

describe("working days", () => {
  it("knows the make-up days and holidays of 2026", () => {
    expect(["2026-02-14", "2026-02-28", "2026-10-10"].every((day) => isWorkday(day, none))).toBe(true);
    expect(["2026-10-01", "2026-02-17", "2026-11-28"].some((day) => isWorkday(day, none))).toBe(false);
  });

  it("does not count the start day and skips weekends", () => {
    expect(addWorkdays("2026-11-24", 7, none)).toBe("2026-12-03");
    expect(addWorkdays("2026-11-27", 1, none)).toBe("2026-11-30");
  });

  it("moves a limit on a free day to the next working day", () => {
    expect(rollToWorkday("2026-10-03", none)).toBe("2026-10-08");
    expect(rollToWorkday("2026-11-24", none)).toBe("2026-11-24");
  });

  it("lets a local exception win", () => {
    expect(isWorkday("2026-11-24", new Map([["2026-11-24", false]]))).toBe(false);
    expect(rollToWorkday("2026-11-24", new Map([["2026-11-24", false]]))).toBe("2026-11-25");
  });

  it("ends a month from the 31st on the last day of a shorter month", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-11-09", 1)).toBe("2026-12-09");
  });
});
