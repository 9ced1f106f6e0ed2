import { defineConfig } from "@playwright/test";
import { browserArgs, executablePath } from "./browser";

/** The journeys that take a minute each. They start first, so that none of them runs on alone at the end. */
const longest = /(wall|lanes)\.spec\.ts$/;

export default defineConfig({
  testDir: "./journeys",
  outputDir: "../test-results",
  // A flake is a bug: no retries, no fixed waits.
  retries: 0,
  workers: 2,
  fullyParallel: false,
  // Far above what a quiet machine needs (most journeys: under a minute): one four times slower must pass as well.
  timeout: 400_000,
  expect: { timeout: 30_000, toPass: { timeout: 150_000 } },
  reporter: [["line"]],
  projects: [
    { name: "longest", testMatch: longest },
    { name: "others", testIgnore: longest },
  ],
  use: {
    baseURL: process.env.BASE_URL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    // Nothing slides or fades for whoever asks their machine for that: a dialog is there at once, and no journey waits for it.
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 45_000,
    navigationTimeout: 90_000,
    // Traces take a fifth of the time, and nobody opens them while all is well: `npm test -- --only e2e -- --trace on` writes one.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: await executablePath(), args: browserArgs },
  },
});
