import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { sendToSign } from "../agreements/send-to-sign";
import { addFile } from "../files/add-file";
import { addFileInput } from "../files/inputs";
import { fileStore } from "../files/parts/file-store";
import { tasks } from "../jobs/tasks";
import { readPaper } from "../papers/read-paper";
import { papersOfDispute } from "../papers/reads/papers-of-dispute";
import { type Agreed, agreedDispute, drafted, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { packed, readOutline, readPdf } from "../testing/official-papers/read-back";
import { askDossier } from "./ask-dossier";

let county: TestCounty;
let agreed: Agreed;
let folder: string;
const secret = "只对甲方说的底价";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-dossier-"));
  vi.stubEnv("ZHONGTIAO_FILES", folder);
  county = await testCounty();
  agreed = await agreedDispute(county);
  await drafted(county, agreed, [payClause(agreed, 100005)]);
  await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
  await file("现场😀.png", "joint", "photo");
  await file("通话.mp3", "open", "audio");
  await file(`${secret}.png`, "side", "photo", "notice");
  await file("张大力签收.png", "joint", "photo", "notice");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
async function file(
  name: string,
  lane: "open" | "joint" | "side",
  kind: "photo" | "audio",
  paperKind?: "notice",
): Promise<void> {
  const input = { paperKind, disputeId: agreed.disputeId, fileId: v7(), lane, side: lane === "side" ? 1 : null, name };
  if (kind === "photo") await addFile(county.as("mediator"), addFileInput.parse(input), pixel);
  else {
    await fileStore().put(county.countyId, Buffer.from("x"));
    await database().execute(sql`
      insert into files (county_id, id, dispute_id, lane, kind, name, mime, bytes, sha256, added_by, added_at)
      select county_id, ${v7()}::uuid, dispute_id, ${lane}, 'audio', ${name}, 'audio/mpeg', 1, encode(sha256('x'), 'hex'), added_by, added_at
      from files where dispute_id = ${agreed.disputeId}::uuid limit 1`);
  }
}

const ask = (username: string) => askDossier(county.as(username), { disputeId: agreed.disputeId });
/** As the worker does it. */
const make = (paperId: string) =>
  tasks.makePaper?.({ countyId: county.countyId, paperId }, { job: { run_at: new Date() } } as JobHelpers);
const listed = async (username: string) =>
  (await papersOfDispute(county.as(username), { disputeId: agreed.disputeId })).find(({ kind }) => kind === "dossier");

it("binds every paper and file of the table into one PDF with contents that tell its pages, and nothing of a private lane", async () => {
  const { paperIds } = await ask("mediator");
  const [paperId = ""] = paperIds;
  expect(await listed("mediator")).toMatchObject({ state: "asked", progress: 0 });
  expect((await listed("mediator"))?.lacks).toContainEqual({ code: "paper.agreement" });
  await make(paperId);
  expect(await listed("mediator")).toMatchObject({ state: "made", progress: 90, problem: null });
  const pdf = await readPaper(county.as("mediator"), paperId, "pdf");
  const [{ texts }, { labels, bookmarks }] = await Promise.all([readPdf(pdf.bytes), readOutline(pdf.bytes)]);
  const titles = bookmarks.flatMap(([title, files]) => [title, ...files]);
  expect(titles).toEqual([
    ...[
      "调解卷宗",
      "卷内目录",
      "人民调解受理登记表",
      "人民调解权利义务告知书",
      "张大力签收.png",
      "身份证明材料核对表",
      "证据材料清单",
      "现场□.png",
      "通话.mp3",
    ],
    ...[expect.stringMatching(/^人民调解记录（.*日）$/), "人民调解协议书", "卷宗封底", "电子文件校验清单"],
  ]);
  const words = packed(texts.map(({ text }) => text).join(""));
  expect(words).not.toContain(secret);
  expect(words).toMatch(/张大力签收\.png\d+签署件/);
  // What cannot be printed has a sheet in its place.
  expect(words).toContain("电子材料替代页");
  const numbers = labels.filter(Boolean);
  expect(numbers).toEqual(numbers.map((_, i) => String(i + 1)));
  const contents = packed(
    texts
      .filter(({ page }) => page === 3)
      .map(({ text }) => text)
      .join(""),
  );
  expect(contents).toContain("人民调解受理登记表1");
  expect(words).toContain(`${numbers.length}页`);
  await expect(readPaper(county.as("mediator"), paperId, "docx")).rejects.toMatchObject({ code: "notFound" });
});

it("is for whoever may have its papers made, theirs alone, and refused when a file is not what was filed", async () => {
  for (const username of ["head", "lawyer", "county"])
    await expect(ask(username)).rejects.toMatchObject({ kind: expect.stringMatching(/notFound|forbidden/) });
  const { paperIds } = await ask("mediator");
  await expect(readPaper(county.as("committee"), paperIds[0] ?? "", "pdf")).rejects.toMatchObject({ code: "notFound" });
  await database().execute(sql`alter table files disable trigger user`);
  await database().execute(
    sql`update files set sha256 = encode(sha256('y'), 'hex') where dispute_id = ${agreed.disputeId}::uuid and lane = 'joint'`,
  );
  await database().execute(sql`alter table files enable trigger user`);
  const again = await ask("mediator");
  await make(again.paperIds[0] ?? "");
  expect(await listed("mediator")).toMatchObject({ state: "failed", problem: { code: "fileAltered" } });
});
