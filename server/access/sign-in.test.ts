import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { type TestCounty, testCounty } from "../testing/county";
import { officesHere } from "./offices-here";
import { endEarlier, revokeSignIn, signedInBy, signIn } from "./sign-in";

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
type Way = { from?: string | null; device?: string; at?: Date };
const enterWith = (name: string, over = password, { from = null, device, at = new Date() }: Way = {}) =>
  signIn({ username: `${name}${suffix}`, password: over, origin: from, deviceCookie: device }, at);
const enter = async (name: string, over = password, way: Way = {}) => (await enterWith(name, over, way))?.id ?? null;
const minutes = (n: number) => new Date(Date.now() + n * 60_000);

describe("signing in", () => {
  it("takes name and password, ignores the case of the name, and gives the person", async () => {
    const [username, origin] = [` HEAD${suffix.toUpperCase()} `, null];
    const { id } = (await signIn({ username, password, origin }, new Date())) ?? {};
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
    const counts = await database().execute<{ kind: string; wrong: number }>(
      sql`select split_part(key, ':', 1) as kind, wrong from sign_in_tries where wrong > 0 and key not like 'origin:%'`,
    );
    // Two counts for each of the three names.
    expect(counts.map((count) => count.wrong)).toEqual([1, 1, 1, 1, 1, 1]);
  });

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

  it("ends when its browser signs in anew, and is said to have ended once", async () => {
    const [first, second] = [(await enter("head")) ?? "", (await enter("head")) ?? ""];
    const outs = async () =>
      (
        await database().execute(
          sql`select 1 from events where county_id = ${county.countyId}::uuid and action = 'audit.signOut'`,
        )
      ).length;
    const before = await outs();
    for (const id of [first, first, null, "unknown"]) await endEarlier(id, new Date());
    expect([await signedInBy(first, new Date()), (await signedInBy(second, new Date()))?.name]).toEqual([
      null,
      "赵国梁",
    ]);
    expect((await outs()) - before).toBe(1);
  });

  it("ends after half an hour without use, an administrator's after a quarter of an hour", async () => {
    const id = (await enter("mediator")) ?? "";
    expect(await signedInBy(id, minutes(29))).not.toBeNull();
    expect(await signedInBy(id, minutes(58))).not.toBeNull();
    expect(await signedInBy(id, minutes(89))).toBeNull();
    const admin = (await enter("admin")) ?? "";
    expect(await signedInBy(admin, minutes(14))).not.toBeNull();
    expect(await signedInBy(admin, minutes(30))).toBeNull();
  });

  it("is not kept open by a page that nobody touches", async () => {
    const id = (await enter("mediator")) ?? "";
    for (const at of [10, 20, 29]) expect(await signedInBy(id, minutes(at), { isUsed: false })).not.toBeNull();
    expect(await signedInBy(id, minutes(31))).toBeNull();
  });

  it("ends after twelve hours, however much it is used", async () => {
    const id = (await enter("mediator")) ?? "";
    for (let at = 20; at < 720; at += 20) expect(await signedInBy(id, minutes(at))).not.toBeNull();
    expect(await signedInBy(id, minutes(721))).toBeNull();
  });

  it("follows the county's own rules for both", async () => {
    const id = (await enter("judge")) ?? "";
    const rule = (key: string, value: number, from = "2026-01-01") =>
      database().execute(sql`insert into rules (county_id, key, valid_from, value, source)
        values (${county.countyId}::uuid, ${key}, ${from}::date, ${value}, 'local')`);
    await rule("signIn.idleMinutes", 5);
    await rule("signIn.hours", 1);
    expect(await signedInBy(id, minutes(6))).toBeNull();
    const next = (await enter("judge")) ?? "";
    for (let at = 4; at < 60; at += 4) expect(await signedInBy(next, minutes(at))).not.toBeNull();
    expect(await signedInBy(next, minutes(61))).toBeNull();
    await rule("signIn.idleMinutes", 30, "2026-01-02");
    await rule("signIn.hours", 12, "2026-01-02");
  });

  it("follows the person's rights from one request to the next", async () => {
    const id = (await enter("officer")) ?? "";
    await database().execute(
      sql`update people set role = 'stationHead' where id = ${county.people.officer ?? ""}::uuid`,
    );
    expect((await signedInBy(id, new Date()))?.actor.role).toBe("stationHead");
  });
});

it("the page to sign in names the only county of an installation with its stations, and none of several", async () => {
  await database().execute(sql`update counties set name_en = 'Trial County'`);
  expect(await officesHere()).toEqual({
    county: expect.stringMatching(/^试验县/),
    countyEn: "Trial County",
    stations: [
      { name: "东关派出所", nameEn: "Dongguan Police Station" },
      { name: "柳湾派出所", nameEn: "Liuwan Police Station" },
    ],
  });
  await testCounty(["LW"]);
  expect(await officesHere()).toBeNull();
});
