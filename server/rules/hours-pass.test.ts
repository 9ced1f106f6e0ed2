import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { passesBy, type RuleKey, ruleDefaults } from "./defaults";

const server = path.resolve(import.meta.dirname, "..");
/** What the verbs and reads of the product are written in. */
const sources = readdirSync(server, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !/^(testing|demo)\//.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(server, file), "utf8") }));
const keys = Object.keys(ruleDefaults) as RuleKey[];
/** The functions in which hours pass while the office is open. */
const inOffice = /\b(afterOfficeHours|holdUntil|endOfOfficeDay)\(/;

it("every rule in hours or minutes says how they pass: in office hours, or round the clock and why", () => {
  const timed = keys.filter((key) => ["hours", "minutes"].includes(ruleDefaults[key].unit));
  expect(timed.filter((key) => passesBy(key) === null)).toEqual([]);
  expect(keys.filter((key) => !timed.includes(key) && passesBy(key) !== null)).toEqual([]);
});

it("whoever reads a rule whose hours pass in the office counts them there, and never by adding milliseconds", () => {
  for (const key of keys.filter((one) => passesBy(one) === "office")) {
    const readers = sources.filter(({ file, text }) => file !== "rules/defaults.ts" && text.includes(`["${key}"]`));
    expect(readers.length, key).toBeGreaterThan(0);
    for (const { file, text } of readers) {
      const lines = text.split("\n").filter((line) => line.includes(`["${key}"]`));
      for (const line of lines) expect(inOffice.test(line), `${key} in ${file}: ${line.trim()}`).toBe(true);
    }
  }
});
