import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";

/**
 * Our own flags, not those of @sparticuz/chromium: its `--single-process` kills the browser when a
 * context closes, and its `--disable-web-security` would hide faults of origin and content policy.
 */
export const browserArgs = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A journey opens many pages for a moment each: code that is compiled twice, and processes beside the one that draws,
  // cost a fifth of the browser's time and change nothing of what it shows.
  "--js-flags=--no-opt --no-maglev",
  "--in-process-gpu",
  "--enable-features=NetworkServiceInProcess2",
];

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser of the journeys: the machine's own Chromium, else the one that npm brought, unpacked once.
 * The path is kept in CHROMIUM_PATH, which the processes of the test runner inherit, so that they do
 * not unpack it at the same time.
 */
export async function executablePath(): Promise<string> {
  process.env.CHROMIUM_PATH ||= installed.find((file) => existsSync(file)) ?? (await unpack());
  return process.env.CHROMIUM_PATH;
}

/** The package unpacks into the temporary folder under one name for all versions and users; we give it its own. */
async function unpack(): Promise<string> {
  const about = path.join(import.meta.dirname, "../node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(readFileSync(about, "utf8")) as { version: string };
  const isBare = !hasLibraries();
  const folder = path.join(tmpdir(), `zhongtiao-chromium-${version}-${userInfo().uid}${isBare ? "-bare" : ""}`);
  const mark = path.join(folder, "complete");
  if (!existsSync(mark)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  // It brings the libraries a bare machine lacks, but unpacks them only where it thinks it is in a cloud function.
  if (isBare) process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
  if (!existsSync("/etc/fonts")) process.env.FONTCONFIG_PATH ??= path.join(folder, "fonts");
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    const file = await chromium.executablePath();
    writeFileSync(mark, "");
    return file;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function hasLibraries(): boolean {
  try {
    return execFileSync("ldconfig", ["-p"], { encoding: "utf8" }).includes("libnss3.so");
  } catch {
    return false;
  }
}
