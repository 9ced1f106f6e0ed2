import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { ordinaryUser } from "./ordinary-user.mjs";

it("web and worker never run as root, and who runs them owns the stored files", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-files-"));
  writeFileSync(path.join(folder, "stored"), "");
  const as = ordinaryUser(folder);
  const { stdout } = spawnSync(process.execPath, ["-p", "process.getuid()"], { ...as, cwd: "/", encoding: "utf8" });
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(statSync(path.join(folder, "stored")).uid).toBe(Number(stdout));
  rmSync(folder, { recursive: true });
});
