import { expect, it } from "vitest";
import { queueOf, queuesOf } from "./in-turn";

it("runs two at once, lets known browsers go first, and refuses when too many wait", async () => {
  const inTurn = queueOf({ atOnce: 2, most: 3, busy: () => new Error("busy") });
  let running = 0;
  let most = 0;
  const order: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => async () => {
    running += 1;
    most = Math.max(most, running);
    order.push(name);
    await new Promise<void>((end) => ends.push(end));
    running -= 1;
  };
  const all = ["a", "b", "c", "d", "e"].map((name) => inTurn(work(name)));
  await expect(inTurn(work("f"))).rejects.toThrow("busy");
  const known = ["k1", "k2", "k3"].map((name) => inTurn(work(name), true));
  await expect(inTurn(work("k4"), true)).rejects.toThrow("busy");
  let isOver = false;
  const over = Promise.all([...all, ...known]).then(() => {
    isOver = true;
  });
  while (!isOver) {
    ends.shift()?.();
    await new Promise((next) => setImmediate(next));
  }
  await over;
  expect(order).toEqual(["a", "b", "k3", "k2", "k1", "c", "d", "e"]);
  expect(most).toBe(2);
});

it("gives the place on when the work fails", async () => {
  const inTurn = queueOf({ atOnce: 1, most: 1, busy: () => new Error("busy") });
  await expect(inTurn(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await inTurn(async () => "done")).toBe("done");
});

it("keeps a queue for each key: whoever sends much waits for themselves", async () => {
  const inTurnOf = queuesOf({ atOnce: 1, most: 2, busy: () => new Error("busy") });
  const ends: (() => void)[] = [];
  const long = () => new Promise<void>((end) => ends.push(end));
  const much = Array.from({ length: 3 }, () => inTurnOf("one", long));
  await expect(inTurnOf("one", long)).rejects.toThrow("busy");
  expect(await inTurnOf("other", async () => "at once")).toBe("at once");
  for (let waits = 3; waits > 0; ) {
    if (ends.length > 0) waits -= 1;
    ends.shift()?.();
    await new Promise((next) => setImmediate(next));
  }
  await Promise.all(much);
  // The queue begins anew.
  expect(await inTurnOf("one", async () => "again")).toBe("again");
});
