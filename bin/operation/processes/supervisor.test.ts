import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startedAt } from "./process-identity.mjs";
import { supervise } from "./supervisor.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-supervisor-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that notes its process number, one a line, and then does `work`. */
function program(work: string): { args: string[]; pids: () => number[] } {
  const script = path.join(folder, "program.mjs");
  const notes = path.join(folder, "pids");
  writeFileSync(
    script,
    `import fs from "node:fs";\nfs.appendFileSync(${JSON.stringify(notes)}, process.pid + "\\n");\n${work}\n`,
  );
  const pids = () => (existsSync(notes) ? readFileSync(notes, "utf8").trim().split("\n").map(Number) : []);
  return { args: [script], pids };
}

const start = (args: string[], giveUp: (reason: string) => void) =>
  supervise("tried", args, process.env, giveUp, { logFolder: folder, isNoted: false });

/** A program of another process may take its time to start or end. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 30_000 });

describe("the supervisor", () => {
  test("starts a crashed program again", async () => {
    const { args, pids } = program("setInterval(() => {}, 1000)");
    const child = start(args, () => undefined);
    await soon(() => expect(pids()).toHaveLength(1));
    process.kill(pids()[0] ?? 0, "SIGKILL");
    await soon(() => expect(pids()).toHaveLength(2));
    await child.stop(1_000);
    expect(pids().map((pid) => startedAt(pid))).toEqual([null, null]);
  });

  test("gives up after five crashes in a minute and tells the last words", async () => {
    const { args, pids } = program('console.error("out of paper"); process.exit(3)');
    const reason = await new Promise<string>((resolve) => {
      start(args, resolve);
    });
    expect(reason).toContain("out of paper");
    expect(pids()).toHaveLength(5);
  });

  test("ends its programs even when it is killed itself", async () => {
    const { args, pids } = program("setInterval(() => {}, 1000)");
    const holder = path.join(folder, "holder.mjs");
    const supervisor = JSON.stringify(path.join(import.meta.dirname, "supervisor.mjs"));
    const call = JSON.stringify(["tried", args, {}, null, { logFolder: folder, isNoted: false }]);
    writeFileSync(
      holder,
      `import { supervise } from ${supervisor};\nsupervise(...${call});\nsetInterval(() => {}, 1000);\n`,
    );
    const holding = spawn(process.execPath, [holder], { stdio: "ignore" });
    await soon(() => expect(pids()).toHaveLength(1));
    holding.kill("SIGKILL");
    await soon(() => expect(startedAt(pids()[0] ?? 0)).toBeNull());
  });

  test("ends a program that ignores SIGTERM, and what that program started", async () => {
    const { args, pids } = program(
      `import { spawn } from "node:child_process";
       process.on("SIGTERM", () => {});
       if (!process.argv[2]) spawn(process.execPath, [process.argv[1], "child"], { stdio: "ignore" });
       setInterval(() => {}, 1000);`,
    );
    const child = start(args, () => undefined);
    await soon(() => expect(pids()).toHaveLength(2));
    await child.stop(200);
    expect(pids().map((pid) => startedAt(pid))).toEqual([null, null]);
  });
});
