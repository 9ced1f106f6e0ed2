import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { database } from "@/db/client";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { runningSession, type TestDesk } from "../testing/desk";
import { pdf } from "../testing/uploads/hostile-files";
import { addFile } from "./add-file";
import { addFileInput } from "./inputs";
import { folderStore, sha256Of } from "./parts/file-store";
import { pruneFiles } from "./prune-files";

const day = 24 * 60 * 60_000;
// The function that names the files runs as the owner, whom row-level security binds; a superuser would see every row anyhow.
let county: TestCounty;
let desk: TestDesk;
let root: string;
let store: ReturnType<typeof folderStore>;
beforeAll(async () => {
  county = await testCounty();
  desk = await runningSession(county);
});
beforeEach(async () => {
  if (root) await rm(root, { recursive: true });
  root = await mkdtemp(path.join(tmpdir(), "zhongtiao-prune-"));
  process.env.ZHONGTIAO_FILES = root;
  store = folderStore(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const placeOf = (sha: string, countyId = county.countyId) => path.join(root, countyId, sha.slice(0, 2), sha);
const lying = async () =>
  (await readdir(root, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map(({ name }) => name);
/** Dates a file as if it had been put that many days ago. */
const age = async (place: string, days: number) => {
  const then = new Date(Date.now() - days * day);
  await utimes(place, then, then);
};
const added = async (lane: "joint" | "mediator" | "sealed", bytes: Buffer) => {
  const { disputeId, sessionId } = desk;
  const input = addFileInput.parse({ disputeId, sessionId, fileId: v7(), lane, side: null, name: "材料.pdf" });
  await addFile(county.as("mediator", { now: desk.now }), input, bytes);
  return sha256Of(bytes);
};

it("removes bytes that no row names once they are a day old, and no file of any lane", async () => {
  const kept = [];
  for (const lane of ["joint", "mediator", "sealed"] as const) kept.push(await added(lane, pdf(`% ${lane}`)));
  for (const sha of kept) await age(placeOf(sha), 400);
  const orphan = await store.put(county.countyId, pdf("% nobody's"));
  const young = await store.put(county.countyId, pdf("% just now"));
  const piece = `${placeOf(orphan)}.0123456789ab.part`;
  await writeFile(piece, "half");
  await Promise.all([age(placeOf(orphan), 2), age(piece, 2), age(placeOf(young), 0.9)]);
  // Counties of another installation that shares the folder are not this database's to prune.
  const foreign = v7();
  const theirs = await store.put(foreign, pdf("% theirs"));
  await age(placeOf(theirs, foreign), 2);

  expect(await pruneFiles(store, new Date())).toBe(2);
  expect((await lying()).sort()).toEqual([...kept, young, theirs].sort());
  expect(await pruneFiles(store, new Date())).toBe(0);
});

it("leaves bytes alone that were put again, before it looks or while it looks", async () => {
  const bytes = pdf("% sent a second time");
  const sha = await store.put(county.countyId, bytes);
  await age(placeOf(sha), 2);
  expect(await store.put(county.countyId, bytes)).toBe(sha);
  expect(await pruneFiles(store, new Date())).toBe(0);

  for (let turn = 0; turn < 20; turn += 1) {
    await age(placeOf(sha), 2);
    await Promise.all([store.put(county.countyId, bytes), pruneFiles(store, new Date())]);
    expect(await store.get(county.countyId, sha)).toEqual(bytes);
  }
});

it("removes nothing where the database cannot see every row itself", async () => {
  const sha = await added("joint", pdf("% 看不见"));
  await age(placeOf(sha), 2);
  const owner = decodeURIComponent(new URL(process.env.DATABASE_URL ?? "").username);
  await database().execute(
    sql`create policy trial on files as restrictive for select to ${sql.identifier(owner)} using (lane <> 'joint')`,
  );
  try {
    await expect(pruneFiles(store, new Date())).rejects.toMatchObject({ cause: { code: "42501" } });
  } finally {
    await database().execute(sql`drop policy trial on files`);
  }
  expect(await lying()).toEqual([sha]);
});

it("gives the hashes of a county to the system alone", async () => {
  const call = sql`select * from app.named_bytes(${county.countyId}::uuid)`;
  await expect(asActor(county.as("mediator"), (tx) => tx.execute(call))).rejects.toMatchObject({
    cause: { code: "42501" },
  });
  expect((await asActor(county.system(), (tx) => tx.execute(call))).length).toBeGreaterThan(0);
});
