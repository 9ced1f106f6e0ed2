import { describe, expect, it } from "vitest";
import { hotStatements } from "./hot-statements";

const hour = 3_600_000;

describe("statements worth preparing", () => {
  it("are those asked a second time", () => {
    const hot = hotStatements();
    expect([hot.use("a"), hot.use("b"), hot.use("a"), hot.use("a")]).toEqual([false, false, true, true]);
  });

  it("are prepared at first by a pool to which another tells of them, within its own limit", () => {
    const known = new Set<string>();
    const [one, other] = [hotStatements(known, 2), hotStatements(known, 1)];
    for (const text of ["a", "a", "b", "b", "once"]) one.use(text);
    expect([other.use("a"), other.use("b"), other.use("once")]).toEqual([true, false, false]);
    for (let n = 0; n < 3_000; n += 1) for (let again = 0; again < 2; again += 1) one.use(`q${n}`);
    expect(known.size).toBe(2_000);
  });

  it("never become more than the limit, however many different texts are asked", () => {
    const hot = hotStatements(undefined, 10, () => 0);
    const prepared = new Set<string>();
    for (let n = 0; n < 1_000; n += 1)
      for (let again = 0; again < 3; again += 1) if (hot.use(`q${n}`)) prepared.add(`q${n}`);
    expect(prepared.size).toBe(10);
  });

  it("give up the place of one that was not used for longer than a connection lives", () => {
    let now = 0;
    const hot = hotStatements(undefined, 1, () => now);
    for (const text of ["old", "old", "new", "new"]) hot.use(text);
    expect(hot.use("new")).toBe(false);
    now = 3 * hour;
    expect(hot.use("new")).toBe(true);
    expect(hot.use("old")).toBe(false);
  });
});
