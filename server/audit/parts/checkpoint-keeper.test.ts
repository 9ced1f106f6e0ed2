import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { database } from "@/db/client";
import { asActor } from "../../kernel/transaction";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute } from "../../testing/disputes";
import { acceptCut, cutReason, isCutAlone } from "./accept-cut";
import { checkpointKeeper, checkpointsFile, readLines } from "./checkpoint-keeper";

let county: TestCounty;
let folder: string;
let copyFolder: string;
beforeAll(async () => {
  county = await testCounty();
  await acceptedDispute(county);
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-keeper-"));
  copyFolder = path.join(folder, "copy");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const file = () => path.join(folder, checkpointsFile);
const lines = async () => (await readLines(file())).lines.length;

it("signs every ten minutes, or as often as the county's rule says, and only when a chain has grown", async () => {
  const keeper = checkpointKeeper({ folder });
  expect(await keeper.takeWhenDue(minutes(0))).toMatchObject({ n: 1, kind: "heads" });
  const { disputeId } = await acceptedDispute(county);
  expect(await keeper.takeWhenDue(minutes(9))).toBeNull();
  const second = await keeper.takeWhenDue(minutes(11));
  expect(second?.changed.map(([, chain]) => chain)).toEqual([disputeId]);
  expect(await keeper.takeWhenDue(minutes(30))).toBeNull();
  await acceptedDispute(county);
  await database().execute(sql`insert into rules (county_id, key, valid_from, value)
    values (${county.countyId}::uuid, 'checkpoint.minutes', '2026-01-01', 2)`);
  expect(await keeper.takeWhenDue(minutes(14))).toMatchObject({ n: 3 });
});

it("goes on where an earlier process stopped, and past a line that a crash cut off", async () => {
  await checkpointKeeper({ folder }).take(minutes(0));
  await appendFile(file(), 'c2lnbmF0dXJl {"v":1,"n":2');
  await acceptedDispute(county);
  expect(await checkpointKeeper({ folder }).take(minutes(1))).toMatchObject({ n: 2 });
  expect(await lines()).toBe(2);
  expect(await checkpointKeeper({ folder }).take(minutes(2))).toBeNull();
});

it("is one series where two workers share the folder, also when both sign at once", async () => {
  const [one, other] = [checkpointKeeper({ folder }), checkpointKeeper({ folder })];
  await one.take(minutes(0));
  for (const [at, keeper] of [other, one, other].entries()) {
    await acceptedDispute(county);
    expect(await keeper.take(minutes(at + 1))).toMatchObject({ n: at + 2 });
  }
  await acceptedDispute(county);
  const both = await Promise.all([one.take(minutes(5)), other.take(minutes(5))]);
  expect(both.filter((each) => each !== null).map(({ n }) => n)).toEqual([5]);
  expect(await checkpointKeeper({ folder }).take(minutes(6))).toBeNull();
  expect(await lines()).toBe(5);
});

it("refuses to go on after a line that was altered", async () => {
  await checkpointKeeper({ folder }).take(minutes(0));
  await appendFile(file(), "c2lnbmF0dXJl {}\n");
  await expect(checkpointKeeper({ folder }).take(minutes(1))).rejects.toThrow("altered at line 2");
});

it("gives the copy the same lines, also those it missed", async () => {
  await checkpointKeeper({ folder }).take(minutes(0));
  await acceptedDispute(county);
  await checkpointKeeper({ folder, copyFolder }).take(minutes(1));
  const own = await readFile(file(), "utf8");
  expect(own.split("\n").length).toBe(3);
  expect(await readFile(path.join(copyFolder, checkpointsFile), "utf8")).toBe(own);
});

it("reads heads alone: the product's role sees no digest, and no head of another county", async () => {
  const other = await testCounty();
  const ask = (query: ReturnType<typeof sql>) => asActor(county.system(), (tx) => tx.execute(query));
  await expect(ask(sql`select from content_digests`)).rejects.toMatchObject({ cause: { code: "42501" } });
  await expect(ask(sql`select from app.chain_heads(${other.countyId}::uuid)`)).rejects.toMatchObject({
    cause: { code: "42501" },
  });
  expect((await ask(sql`select from app.chain_heads(${county.countyId}::uuid)`)).length).toBeGreaterThan(1);
});

it("begin anew after a restore, with a reason that stands in the audit and in the signed line", async () => {
  const keeper = checkpointKeeper({ folder });
  await keeper.take(minutes(0));
  for (const nothing of ["", "ok", "111"]) expect(cutReason(nothing), nothing).toBeNull();
  const reason = cutReason(" 磁盘损坏，恢复到昨天 ") ?? "";
  await acceptCut(keeper, minutes(1), { reason, by: "root" });
  const rows = await asActor(county.system(), (tx) =>
    tx.execute<{ payload: string }>(
      sql`select payload from events where county_id = ${county.countyId}::uuid and action = 'audit.beginAnew'`,
    ),
  );
  expect(rows.map(({ payload }) => JSON.parse(payload))).toEqual([{ what: "checkpoints", reason, by: "root" }]);
  const last = (await readLines(file())).lines.at(-1) ?? "";
  expect(last).toContain(`"kind":"anew"`);
  expect(last).toContain(`"reason":"${reason} (root)"`);
});

it("are not begun anew by what a restore does not explain", () => {
  type Report = Parameters<typeof isCutAlone>[0];
  const fault = (of: string) => ({ subject: "1", seq: 1, at: "", row: "1", table: "t", trigger: "t", fault: of });
  const report = (over: object): Report =>
    ({ chains: { faults: [] }, content: { faults: [] }, guards: [], checkpoints: { faults: [] }, ...over }) as never;
  const signed = (...of: string[]) => report({ checkpoints: { faults: of.map(fault) } });
  expect(isCutAlone(signed("cut", "dropped", "rewritten"))).toBe(true);
  for (const other of [signed("cut", "file"), signed("backdated")]) expect(isCutAlone(other)).toBe(false);
  expect(isCutAlone(report({ chains: { faults: [fault("hash")] } }))).toBe(false);
  expect(isCutAlone(report({ content: { faults: [fault("changed")] } }))).toBe(false);
  expect(isCutAlone(report({ guards: [fault("off")] }))).toBe(false);
});
