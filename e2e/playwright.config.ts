import { defineConfig } from "@playwright/test";
import { browserArgs, executablePath } from "./browser";

export default defineConfig({
  testDir: "./journeys",
  outputDir: "../test-results",
  // A flake is a bug: no retries, no fixed waits.
  retries: 0,
  workers: 2,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["line"]],
  use: {
    baseURL: process.env.BASE_URL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
    launchOptions: { executablePath: await executablePath(), args: browserArgs },
  },
});
