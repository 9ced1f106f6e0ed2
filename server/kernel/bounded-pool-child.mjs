// What untrusted work may do at worst, for the test of the pool.
import { serveUnits } from "./serve-units.mjs";

/** @type {unknown[]} */
const kept = [];

await serveUnits(async (what, body) => {
  if (what === "loop") for (;;) kept.length = 0;
  if (what === "crash") process.exit(3);
  if (what === "throw") throw new Error("trial");
  if (what === "eat") for (;;) kept.push(new Array(100_000).fill(body.length));
  if (what === "flood") return "x".repeat(10_000);
  return what === "pid" ? String(process.pid) : `${body.length} ${process.env.DATABASE_URL ?? "no secret"}`;
});
