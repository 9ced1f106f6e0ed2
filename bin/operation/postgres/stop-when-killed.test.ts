import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { inModules } from "../checkout/paths.mjs";
import { startedAt } from "../processes/process-identity.mjs";
import { runningServer } from "./running.mjs";

let checkout: string;
const started: ChildProcess[] = [];
beforeAll(() => {
  checkout = mkdtempSync(path.join(tmpdir(), "zhongtiao-checkout-"));
  chmodSync(checkout, 0o755);
  cpSync(path.join(import.meta.dirname, ".."), path.join(checkout, "bin", "operation"), { recursive: true });
  const encryption = path.join("db", "encryption");
  cpSync(path.join(import.meta.dirname, "..", "..", "..", encryption), path.join(checkout, encryption), {
    recursive: true,
  });
  symlinkSync(inModules(), path.join(checkout, "node_modules"));
  writeFileSync(
    path.join(checkout, "bin", "use.mjs"),
    'import { openEmbedded } from "./operation/postgres/embedded.mjs";\nawait openEmbedded();\nconsole.log("open");\nsetInterval(() => {}, 1000);\n',
  );
});
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  const server = runningServer(folder());
  if (server) process.kill(server.pid, "SIGQUIT");
  rmSync(checkout, { recursive: true, force: true });
});

const folder = () => path.join(checkout, ".data", "pg");
const soon = (check: () => void) => vi.waitFor(check, { timeout: 30_000 });

/** A program that has opened the checkout's database and stays. */
async function user() {
  const child = spawn(process.execPath, ["bin/use.mjs"], {
    cwd: checkout,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ZHONGTIAO_POSTGRES: "shared_buffers=16MB" },
  });
  started.push(child);
  for await (const line of createInterface({ input: child.stdout })) if (line === "open") break;
  return child;
}

/** What `parent` started itself. */
function childrenOf(parent: number | undefined): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []));
}

test("a server is stopped when all its users were killed, and not before", async () => {
  const first = await user();
  const second = await user();
  const server = runningServer(folder())?.pid ?? 0;
  const [watch = 0, ...others] = childrenOf(second.pid);
  expect(others).toEqual([]);
  second.kill("SIGKILL");
  await soon(() => expect(startedAt(watch)).toBeNull());
  expect(startedAt(server)).not.toBeNull();
  first.kill("SIGKILL");
  await soon(() => expect(startedAt(server)).toBeNull());
});
