import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

/**
 * Claims the folder on the first input and releases it on the second. With a number it waits, after reading the notes,
 * until so many programs have read them: all of them then decide on what they saw at the same moment.
 */
const program = `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const lookers = Number(process.argv[2]);
  const { readdirSync } = fs;
  if (lookers) fs.readdirSync = (folder) => {
    const found = readdirSync(folder);
    fs.mkdirSync("looked/" + process.pid, { recursive: true });
    const pause = new Int32Array(new SharedArrayBuffer(4));
    while (readdirSync("looked").length < lookers) Atomics.wait(pause, 0, 0, 10);
    return found;
  };
  syncBuiltinESMExports();
  const { claimCheckout, releaseCheckout } = await import("./operation/processes/single-run.mjs");
  process.stdin.once("data", async () => {
    console.log(await claimCheckout(console.log).then(() => "mine", (error) => error.message));
    process.stdin.once("data", () => {
      releaseCheckout();
      process.exit();
    });
  });
  console.log("ready");
`;

let checkout: string;
let started: ChildProcess[] = [];
beforeEach(() => {
  // A checkout of its own, without packages, as a fresh clone is.
  checkout = mkdtempSync(path.join(tmpdir(), "zhongtiao-checkout-"));
  cpSync(path.join(import.meta.dirname, ".."), path.join(checkout, "bin", "operation"), { recursive: true });
  writeFileSync(path.join(checkout, "bin", "claim.mjs"), program);
});
afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  started = [];
  rmSync(checkout, { recursive: true, force: true });
});

async function claimant(lookers = 0) {
  const child = spawn(process.execPath, ["bin/claim.mjs", String(lookers)], {
    cwd: checkout,
    stdio: ["pipe", "pipe", "inherit"],
  });
  started.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const hear = async () => (await lines.next()).value as string;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const go = () => child.stdin.write("go\n");
  expect(await hear()).toBe("ready");
  return {
    pid: child.pid,
    go,
    hear,
    async claim() {
      go();
      return hear();
    },
    async release() {
      go();
      await ended;
    },
    async crash() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

const notes = () => readdirSync(path.join(checkout, ".data", "run"));

describe("one supervisor in a folder", () => {
  test("a second is refused by name while the first runs, and may begin when it has ended", async () => {
    const first = await claimant();
    const second = await claimant();
    const third = await claimant();
    expect(await first.claim()).toBe("mine");
    expect(await second.claim()).toContain(`already runs in this folder (process ${first.pid})`);
    expect(notes()).toEqual([`supervisor-${first.pid}.json`]);
    await first.release();
    expect(notes()).toEqual([]);
    expect(await third.claim()).toBe("mine");
  });

  test("one that was killed does not keep the folder", async () => {
    const first = await claimant();
    const second = await claimant();
    expect(await first.claim()).toBe("mine");
    await first.crash();
    expect(await second.claim()).toBe("mine");
    expect(notes()).toEqual([`supervisor-${second.pid}.json`]);
  });

  test("of many that begin at once, never two get it", async () => {
    const many = await Promise.all(Array.from({ length: 3 }, () => claimant(3)));
    for (const { go } of many) go();
    const answers = await Promise.all(many.map(({ hear }) => hear()));
    expect(answers.filter((answer) => answer === "mine").length).toBeLessThanOrEqual(1);
    expect(answers.every((answer) => answer === "mine" || answer.includes("already runs"))).toBe(true);
  });
});
