import path from "node:path";
import { defineConfig } from "vitest/config";
import { watchModules } from "./exercised/watch-modules.ts";
import { seedIds } from "./repeat/seeded-ids.ts";
import { sortTests } from "./sort-tests.ts";

const root = path.resolve(import.meta.dirname, "../..");
const here = (file: string) => path.join(import.meta.dirname, file);
const { pure, onDatabase } = sortTests(root);

/** For the whole suite alone: the folder for what it exercises (bin/operation/testing/exercised.mjs). */
const exercised = process.env.ZHONGTIAO_EXERCISED;

/** Where both projects, and the suites of a second server, find what was transformed already (bin/operation/testing/vitest.mjs). */
const modules = process.env.ZHONGTIAO_MODULES;

export default defineConfig({
  root,
  resolve: {
    alias: {
      "@": root,
      "server-only": here("server-only.ts"),
      // What Next gives a page or a route in a request.
      "next/headers": path.join(root, "bin/operation/testing/next/headers.ts"),
      "next-intl/server": path.join(root, "bin/operation/testing/next/intl-server.ts"),
    },
  },
  plugins: [seedIds(root), ...(exercised ? [watchModules(root, exercised)] : [])],
  test: {
    pool: "forks",
    setupFiles: [here("repeat/begin-file.ts"), here("exercised/record.ts")],
    maxWorkers: 2,
    // Room for what lives as long as one test: with the 16 MB of the default it is copied about again and again.
    execArgv: ["--max-semi-space-size=64"],
    // Test files of one worker share loaded modules, since each has its own database: loading the product again for every
    // file takes longer than most of them.
    isolate: false,
    ...(modules ? { experimental: { fsModuleCache: true, fsModuleCachePath: modules } } : {}),
    testTimeout: 240_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, test: { name: "pure", include: pure } },
      {
        extends: true,
        test: {
          name: "database",
          include: onDatabase,
          globalSetup: [here("global-setup.ts")],
          setupFiles: [here("worker-database.ts")],
        },
      },
    ],
  },
});
