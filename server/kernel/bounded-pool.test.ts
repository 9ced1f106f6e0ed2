import { expect, it } from "vitest";
import { boundedPool } from "./bounded-pool";

const bounds = { program: "server/kernel/bounded-pool-child.mjs", processes: 2, units: 3, memory: 200, most: 1_000 };
const pool = boundedPool({ ...bounds, ms: 60_000 });
const refusal = (work: Promise<string>) =>
  work.then(
    () => "none",
    (error: { why?: string }) => error.why,
  );

it("goes on after work that loops, crashes, throws, eats memory or answers without end", async () => {
  const short = boundedPool({ ...bounds, ms: 1_500 });
  expect(await refusal(short("loop", Buffer.from("a")))).toBe("time");
  for (const what of ["crash", "throw", "eat", "flood"])
    expect(await refusal(pool(what, Buffer.from("a"))), what).toMatch(/^(failed|size)$/);
  expect(await pool("echo", Buffer.alloc(3_000_000))).toBe("3000000 no secret");
});

it("uses a few processes, each for some units, and keeps the others waiting", async () => {
  const pids = await Promise.all(Array.from({ length: 7 }, () => pool("pid", Buffer.alloc(1))));
  const counts = pids.map((pid) => pids.filter((each) => each === pid).length);
  expect(Math.max(...counts)).toBeLessThanOrEqual(bounds.units);
  expect(new Set(pids).size).toBeLessThan(7);
});
