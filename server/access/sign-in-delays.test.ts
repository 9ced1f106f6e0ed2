import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { Problem } from "../kernel/problem";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { deviceHash, newDeviceCookie } from "./device-cookie";
import { signIn } from "./sign-in";

let county: TestCounty;
let suffix = "";
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a-secret-of-this-test-alone-0123456789";
  county = await testCounty(["LW"]);
  const [row] = await database().execute<{ username: string }>(
    sql`select username from accounts where person_id = ${county.people.head ?? ""}::uuid`,
  );
  suffix = row?.username.replace("head", "") ?? "";
});
const right = "Not-a-secret-1";
const start = new Date("2026-03-02T08:00:00+08:00");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

interface Way {
  password?: string;
  origin?: string | null;
  deviceCookie?: string;
  at?: Date;
}
const attempt = (name: string, { password = "Wrong-password-1", origin = "10.0.0.1", deviceCookie, at = start }: Way) =>
  signIn({ username: `${name}${suffix}`, password, origin, deviceCookie }, at);
const wrongTimes = async (times: number, name: string, way: Way) => {
  for (let i = 0; i < times; i += 1) expect(await attempt(name, way)).toBeNull();
};

describe("wrong tries to sign in", () => {
  it("make the next one wait, twice as long each time, and the right password passes after the wait", async () => {
    await wrongTimes(5, "judge", {});
    await expect(attempt("judge", { password: right })).rejects.toMatchObject({
      kind: "tooMany",
      code: "signInDelayed",
      params: { seconds: 1 },
    });
    await wrongTimes(1, "judge", { at: later(1) });
    await expect(attempt("judge", { password: right, at: later(1) })).rejects.toMatchObject({ params: { seconds: 2 } });
    expect(await attempt("judge", { password: right, at: later(3) })).not.toBeNull();
    await wrongTimes(4, "judge", { at: later(3) });
    expect(await attempt("judge", { password: right, at: later(3) })).not.toBeNull();
  });

  it("never make it wait longer than a quarter of an hour", async () => {
    let at = start;
    const origin = "10.0.0.8";
    for (let i = 0; i < 25; i += 1) {
      await wrongTimes(1, "county", { at, origin });
      at = new Date(at.getTime() + 900_000);
    }
    expect(await attempt("county", { password: right, at, origin })).not.toBeNull();
  });

  it("from elsewhere do not slow the account's own people: six by a stranger close no account", async () => {
    await wrongTimes(5, "cadre", { origin: "10.6.6.6" });
    expect(await refusedWith(attempt("cadre", { origin: "10.6.6.6" }))).toBe("signInDelayed");
    expect(await attempt("cadre", { password: right, origin: "10.0.0.2" })).not.toBeNull();
  });

  it("by the hundred from one address close the door for nobody else", async () => {
    for (let i = 0; i < 60; i += 1) await signIn({ username: `guess${i}`, password: "x", origin: "10.7.7.7" }, start);
    expect(await refusedWith(attempt("head", { password: right, origin: "10.7.7.7" }))).toBe("signInDelayed");
    expect(await attempt("head", { password: right, origin: "10.0.0.3" })).not.toBeNull();
    expect(await attempt("head", { password: right, origin: "10.7.7.7", at: later(2) })).not.toBeNull();
  }, 60_000);

  it("do not count when they were right: a station of many people shares an address", async () => {
    for (let i = 0; i < 70; i += 1)
      expect(await attempt("officer", { password: right, origin: "10.0.0.4" })).not.toBeNull();
  }, 60_000);

  it("do not slow a browser in which the account has signed in before, wherever they come from", async () => {
    const { deviceCookie = "" } = (await attempt("mediator", { password: right, origin: null })) ?? {};
    await wrongTimes(5, "mediator", { origin: null });
    expect(await refusedWith(attempt("mediator", { password: right, origin: null }))).toBe("signInDelayed");
    expect(await attempt("mediator", { password: right, origin: null, deviceCookie })).not.toBeNull();
  });

  it("are counted for a known browser on its own, and for another account it is unknown", async () => {
    const { deviceCookie = "" } = (await attempt("property", { password: right, origin: "10.0.0.5" })) ?? {};
    await wrongTimes(5, "property", { origin: "10.0.0.5", deviceCookie });
    expect(await refusedWith(attempt("property", { password: right, deviceCookie }))).toBe("signInDelayed");
    await wrongTimes(5, "grid", { origin: "10.0.0.6", deviceCookie });
    expect(await refusedWith(attempt("grid", { password: right, origin: "10.0.0.6" }))).toBe("signInDelayed");
  });

  it("cannot slip through together: of twenty at once five are looked at", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => attempt("committee", {})));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(5);
    const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(refusals.every((reason) => reason instanceof Problem && reason.code === "signInDelayed")).toBe(true);
  });

  it("are counted in the database, so that two processes share them, under names that tell no account", async () => {
    await wrongTimes(3, "admin", {});
    vi.resetModules();
    const other = await import("./sign-in");
    const entry = { username: `admin${suffix}`, password: "Wrong-password-1", origin: "10.0.0.1" };
    for (let i = 0; i < 2; i += 1) expect(await other.signIn(entry, start)).toBeNull();
    expect(await refusedWith(attempt("admin", {}))).toBe("signInDelayed");
    const keys = await database().execute<{ key: string }>(sql`select key from sign_in_tries`);
    expect(keys.filter(({ key }) => !/^(device|accountHere|origin|account):[0-9a-f]{64}$/.test(key))).toEqual([]);
  });
});

describe("the cookie of a known browser", () => {
  it("is one we signed: any other text names no browser", () => {
    const cookie = newDeviceCookie();
    const [token = "", signed = ""] = cookie.split(".");
    expect(deviceHash(cookie)).toBe(createHash("sha256").update(token).digest("hex"));
    for (const other of [
      undefined,
      "",
      token,
      `${token}.`,
      `x${cookie}`,
      `${token}.${signed}.x`,
      `${token}x.${signed}`,
    ])
      expect(deviceHash(other)).toBeNull();
  });

  it("is kept by its hash alone, and the same one serves every account of that browser", async () => {
    const { deviceCookie = "" } = (await attempt("lawyer", { password: right, origin: "10.0.0.9" })) ?? {};
    const second = await attempt("officer", { password: right, origin: "10.0.0.9", deviceCookie });
    expect(second?.deviceCookie).toBe(deviceCookie);
    expect(
      await database().execute(sql`select 1 from known_devices where token_hash = ${deviceHash(deviceCookie) ?? ""}`),
    ).toHaveLength(2);
    expect(await database().execute(sql`select 1 from known_devices where token_hash = ${deviceCookie}`)).toEqual([]);
  });
});
