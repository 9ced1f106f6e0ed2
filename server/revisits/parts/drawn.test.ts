import { expect, it } from "vitest";
import { drawn } from "./drawn";

const matters = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `matter-${i}` }));
const ids = (count: number, percent: number, seed = "a") => drawn(matters(count), seed, percent).map(({ id }) => id);

it("draws the share, rounded up, at least one of any and none of none", () => {
  expect([0, 1, 9, 10, 11, 200].map((count) => ids(count, 10).length)).toEqual([0, 1, 1, 1, 2, 20]);
  expect(ids(7, 100)).toHaveLength(7);
  expect(new Set(ids(50, 50)).size).toBe(25);
});

it("draws the same by the same seed in whatever order they come, and others by another", () => {
  const once = ids(40, 20);
  expect(drawn(matters(40).reverse(), "a", 20).map(({ id }) => id)).toEqual(once);
  expect(ids(40, 20, "b")).not.toEqual(once);
  // A larger share holds the smaller one: a changed rule draws nobody out.
  expect(ids(40, 30).slice(0, once.length)).toEqual(once);
});

it("gives every matter its chance", () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 400; seed++)
    for (const id of ids(10, 10, `seed-${seed}`)) counts.set(id, (counts.get(id) ?? 0) + 1);
  expect(counts.size).toBe(10);
  for (const count of counts.values()) expect(count).toBeGreaterThan(15);
});
