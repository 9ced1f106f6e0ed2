import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "@/db/client";
import { addFile } from "../../files/add-file";
import { addFileInput } from "../../files/inputs";
import { folderStore, sha256Of } from "../../files/parts/file-store";
import { type TestCounty, testCounty } from "../../testing/county";
import { runningSession, type TestDesk } from "../../testing/desk";
import { pdf } from "../../testing/uploads/hostile-files";
import { verifyFiles } from "./verify-files";

let county: TestCounty;
let desk: TestDesk;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "zhongtiao-verify-"));
  process.env.ZHONGTIAO_FILES = root;
  county = await testCounty();
  desk = await runningSession(county);
});
afterAll(() => rm(root, { recursive: true, force: true }));

it("names every file that is gone or altered, by dispute and id, and no other", async () => {
  const kept = ["一", "二", "三"].map((word) => ({ fileId: v7(), bytes: pdf(`% ${word}`) }));
  for (const { fileId, bytes } of kept) {
    const { disputeId, sessionId } = desk;
    const input = addFileInput.parse({ disputeId, sessionId, fileId, lane: "mediator", name: "私下的.pdf" });
    await addFile(county.as("mediator", { now: desk.now }), input, bytes);
  }
  const { client, close } = openDatabase(process.env.DATABASE_URL ?? "", { max: 1 });
  const store = folderStore(root);
  expect(await verifyFiles(client, store)).toEqual({ files: 3, faults: [] });
  const [, altered, gone] = kept.map(({ bytes }) =>
    path.join(root, county.countyId, sha256Of(bytes).slice(0, 2), sha256Of(bytes)),
  );
  await writeFile(altered ?? "", pdf("% 改"));
  await rm(gone ?? "");
  const { faults } = await verifyFiles(client, store);
  expect(faults).toMatchObject([
    { fileId: kept[1]?.fileId, fault: "altered" },
    { fileId: kept[2]?.fileId, fault: "gone" },
  ]);
  expect(JSON.stringify(faults)).not.toContain("私下");
  await close();
});
