import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { ordinaryUser } from "./ordinary-user.mjs";

it("web and worker never run as root, and who runs them owns what they write, also what root wrote later", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-files-"));
  const [files, checkpoints] = [path.join(folder, "files"), path.join(folder, "checkpoints")];
  chmodSync(folder, 0o755);
  mkdirSync(files);
  writeFileSync(path.join(files, "stored"), "");
  ordinaryUser([files, checkpoints]);
  writeFileSync(path.join(checkpoints, "key"), "", { mode: 0o600 });
  const as = ordinaryUser([files, checkpoints]);
  const { stdout } = spawnSync(process.execPath, ["-p", "process.getuid()"], { ...as, cwd: "/", encoding: "utf8" });
  expect(Number(stdout)).toBeGreaterThan(0);
  for (const written of [path.join(files, "stored"), checkpoints, path.join(checkpoints, "key")])
    expect(statSync(written).uid).toBe(Number(stdout));
  rmSync(folder, { recursive: true });
});
