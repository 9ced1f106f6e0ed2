import { stripVTControlCharacters } from "node:util";

/**
 * The result of a part. `faults` names what failed, one line each with the beginning of the message; there are
 * fewer of them than `failed` when a part was broken off.
 * @typedef {{ passed: number, failed: number, faults: string[] }} Count
 */

/** Adds up what the suites counted. */
export function tally() {
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const faults = [];
  return {
    /** @param {string} part its title, so that a fault says where it happened @param {Count} count */
    add(part, count) {
      passed += count.passed;
      failed += count.failed;
      for (const fault of count.faults) faults.push(`${part}: ${fault}`);
    },
    get failed() {
      return failed;
    },
    /** Everything that failed, printed above the last line: often only the end of a log is kept. */
    faults: () => faults.map((fault) => `✗ ${fault}\n`).join(""),
    /** The last line of the output; other programs rely on its form. */
    line: () => `${passed} passed, ${failed} failed`,
  };
}

const longest = 300;

/**
 * One line for a fault: its name and the beginning of its message, without colours.
 * @param {string} name
 * @param {string | undefined} message
 */
export function fault(name, message) {
  const words = stripVTControlCharacters(message ?? "")
    .trim()
    .replace(/\s+/g, " ");
  const line = words ? `${name} — ${words}` : name;
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
