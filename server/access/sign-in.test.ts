import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { revokeSignIn, signedInBy, signIn } from "./sign-in";

let county: TestCounty;
let suffix = "";
beforeAll(async () => {
  county = await testCounty();
  const [row] = await database().execute<{ username: string }>(
    sql`select username from accounts where person_id = ${county.people.head ?? ""}::uuid`,
  );
  suffix = row?.username.replace("head", "") ?? "";
});
const password = "Not-a-secret-1";
const enter = (name: string, over = password) => signIn(`${name}${suffix}`, over, null, new Date());
const hours = (n: number) => new Date(Date.now() + n * 3_600_000);

describe("signing in", () => {
  it("takes name and password, ignores the case of the name, and gives the person", async () => {
    const id = await signIn(` HEAD${suffix.toUpperCase()} `, password, null, new Date());
    expect(id).toMatch(/^[\w-]{43}$/);
    const who = await signedInBy(id ?? "", new Date());
    expect(who).toMatchObject({
      name: "赵国梁",
      actor: { role: "stationHead", stationId: county.stations.LW, personId: county.people.head },
    });
  });

  it("keeps only a hash of what the cookie holds", async () => {
    const id = (await enter("head")) ?? "";
    expect(await database().execute(sql`select 1 from sign_ins where id_hash = ${id}`)).toHaveLength(0);
    expect(await signedInBy(`${id}x`, new Date())).toBeNull();
  });

  it("answers a wrong password and an unknown name alike", async () => {
    expect(await enter("officer", "Wrong-password-1")).toBeNull();
    expect(await enter("nobody-of-that-name")).toBeNull();
    expect(await enter("off\0icer", "\0")).toBeNull();
    const [tries] = await database().execute<{ names: number }>(
      sql`select count(*)::int as names from rate_limits where key like 'signInName:%' and points = 1`,
    );
    expect(tries?.names).toBeGreaterThanOrEqual(2);
  });

  it("refuses the sixth wrong try and says for how many minutes, the right password included", async () => {
    for (let i = 0; i < 5; i += 1) expect(await enter("judge", `Wrong-password-${i}`)).toBeNull();
    await expect(enter("judge")).rejects.toMatchObject({
      kind: "tooMany",
      code: "tooManyRequests",
      params: { minutes: 15 },
    });
    expect(await enter("judge2")).not.toBeNull();
  });

  it("counts in the database: two processes share the tries", async () => {
    for (let i = 0; i < 3; i += 1) await enter("cadre", "Wrong-password-1");
    vi.resetModules();
    const other = await import("./sign-in");
    for (let i = 0; i < 2; i += 1)
      expect(await other.signIn(`cadre${suffix}`, "Wrong-password-1", null, new Date())).toBeNull();
    expect(await refusedWith(enter("cadre"))).toBe("tooManyRequests");
    await expect(other.signIn(`cadre${suffix}`, password, null, new Date())).rejects.toMatchObject({
      code: "tooManyRequests",
    });
  });

  it("resets the count of wrong tries after the right password", async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) await enter("property", "Wrong-password-1");
      expect(await enter("property")).not.toBeNull();
    }
  });

  it("limits the wrong tries of one address; right ones do not count", async () => {
    for (let i = 0; i < 70; i += 1)
      expect(await signIn(`head${suffix}`, password, "10.0.0.7", new Date())).not.toBeNull();
    for (let i = 0; i < 60; i += 1) await signIn(`guess${i}${suffix}`, "Wrong-password-1", "10.0.0.8", new Date());
    expect(await refusedWith(signIn(`head${suffix}`, password, "10.0.0.8", new Date()))).toBe("tooManyRequests");
    expect(await signIn(`head${suffix}`, password, "10.0.0.9", new Date())).not.toBeNull();
  }, 60_000);

  it("stays closed for a disabled account and for people out of office", async () => {
    const [grid, officer] = [(await enter("grid2")) ?? "", (await enter("officer2")) ?? ""];
    await database().execute(
      sql`update accounts set disabled_at = now() where person_id = ${county.people.grid2 ?? ""}::uuid`,
    );
    await database().execute(
      sql`update people set disabled_at = now() where id = ${county.people.officer2 ?? ""}::uuid`,
    );
    expect([await signedInBy(grid, new Date()), await signedInBy(officer, new Date())]).toEqual([null, null]);
    expect([await enter("grid2"), await enter("officer2")]).toEqual([null, null]);
  });
});

describe("a sign-in", () => {
  it("ends when it is revoked", async () => {
    const id = (await enter("mediator")) ?? "";
    await revokeSignIn(id, new Date());
    expect(await signedInBy(id, new Date())).toBeNull();
  });

  it("ends after twelve hours, and after four without a request", async () => {
    const id = (await enter("mediator")) ?? "";
    expect(await signedInBy(id, hours(3.9))).not.toBeNull();
    expect(await signedInBy(id, hours(7.8))).not.toBeNull();
    expect(await signedInBy(id, hours(11.7))).not.toBeNull();
    expect(await signedInBy(id, hours(12.1))).toBeNull();
    const idle = (await enter("mediator")) ?? "";
    expect(await signedInBy(idle, hours(4.1))).toBeNull();
  });

  it("follows the person's rights from one request to the next", async () => {
    const id = (await enter("officer")) ?? "";
    await database().execute(
      sql`update people set role = 'stationHead' where id = ${county.people.officer ?? ""}::uuid`,
    );
    expect((await signedInBy(id, new Date()))?.actor.role).toBe("stationHead");
  });
});
