import { afterEach, expect, it, vi } from "vitest";
import { loginAddresses } from "../database/logins.mjs";
import { environment } from "./settings.mjs";

afterEach(() => vi.unstubAllEnvs());

it("gives web and worker the addresses of their logins, and no word of the owner's", () => {
  vi.stubEnv("DATABASE_URL", "postgres://station:owners-password@db.example/station?sslmode=require");
  vi.stubEnv("TEST_DATABASE_URL", "postgres://postgres:owners-password@db.example/postgres");
  vi.stubEnv("PGPASSWORD", "owners-password");
  const logins = loginAddresses(process.env.DATABASE_URL ?? "", (login) => `password-of-${login}`);
  const env = environment(logins, { port: 3000, base: "http://localhost:3000" }, "start", "cookie secret");
  expect(Object.entries(env).filter(([, value]) => value?.includes("owners-password"))).toEqual([]);
  expect(env).toMatchObject({
    DATABASE_PEOPLE_URL: "postgres://station_login_people:password-of-people@db.example/station?sslmode=require",
    DATABASE_SYSTEM_URL: "postgres://station_login_system:password-of-system@db.example/station?sslmode=require",
    DATABASE_QUEUE_URL: "postgres://station_login_queue:password-of-queue@db.example/station?sslmode=require",
  });
  expect(env).not.toHaveProperty("DATABASE_URL");
  // The keys themselves: where root starts, web and worker are another user, who may not read root's file.
  expect(env.ZHONGTIAO_CONTACT_KEYS).toMatch(/^[\w-]{43}$/);
});
