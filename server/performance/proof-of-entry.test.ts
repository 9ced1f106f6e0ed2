import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { dossierOfDispute } from "../dossier/queries";
import { addFile } from "../files/add-file";
import { addFileInput } from "../files/inputs";
import { makeSmalls } from "../files/make-smalls";
import { filesOf } from "../files/queries";
import { readFile } from "../files/read-file";
import { type Agreed, agreedDispute, payClause, sealedAgreement } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { ledgerActs } from "../testing/ledger";
import { refusedWith } from "../testing/refused";

let county: TestCounty;
let agreed: Agreed;
let of: string[];
let root: string;
let photo: Buffer;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "zhongtiao-proofs-"));
  process.env.ZHONGTIAO_FILES = root;
  county = await testCounty();
  agreed = await agreedDispute(county);
  ({ obligationIds: of } = await sealedAgreement(county, agreed, [payClause(agreed, 100), payClause(agreed, 200)]));
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#a33" } })
    .withExif({ IFD0: { ImageDescription: "柳湾三号楼" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "39/1 54/1 0/1" } })
    .jpeg()
    .toBuffer();
});
afterAll(() => rm(root, { recursive: true, force: true }));

const { clauseOf, pays, corrects, lastEvent } = ledgerActs(() => county);
const adds = (over: Record<string, unknown>, username = "mediator", name = "收条.jpg") =>
  addFile(
    county.as(username),
    addFileInput.parse({ disputeId: agreed.disputeId, fileId: v7(), lane: "open", name, ...over }),
    photo,
  );
const receipts = async () => {
  const { papers } = await dossierOfDispute(county.as("mediator"), agreed);
  return papers.find(({ kind }) => kind === "receipt");
};

it("a photo belongs to the entry that it proves, is shown there small, and is filed as its receipt, once a clause", async () => {
  const part = await pays(agreed, of[0], 40);
  await adds({ performanceId: part.performanceId });
  // Part of a clause is not the clause: the photo lies with its receipt, and counts once the clause is paid.
  const filed = [{ isSigned: false, isFurther: true }];
  expect(await receipts()).toMatchObject({ state: "missing", have: 0, of: 2, filed });
  const { performanceId } = await pays(agreed, of[0], 60);
  const { fileId } = await adds({ performanceId });
  await adds({ performanceId });
  expect(await lastEvent(agreed, "performance.prove")).toMatchObject({ performanceId });
  const { proofs } = await clauseOf(agreed);
  const shown = proofs.find(({ files }) => files.some(({ id }) => id === fileId));
  expect(shown?.files).toHaveLength(2);
  expect(shown?.files[0]).toMatchObject({ id: fileId, name: "收条.jpg", hasSmall: true });
  // Three photos of one clause, now paid whole, prove one of two; all of them lie in the dossier.
  const one = await receipts();
  expect([one?.state, one?.have, one?.of, one?.filed.length]).toEqual(["missing", 1, 2, 3]);
  const second = await pays(agreed, of[1], 200);
  await adds({ performanceId: second.performanceId });
  expect(await receipts()).toMatchObject({ state: "present", have: 2, of: 2 });
  await corrects(agreed, second.performanceId);
  expect(await receipts()).toMatchObject({ state: "missing", have: 1 });
});

it("is added by whoever may make the entry, a colleague of the committee among them, and by nobody else", async () => {
  const { performanceId } = await pays(agreed, of[1], 5);
  const { fileId } = await adds({ performanceId }, "mediator2");
  const { proofs } = await clauseOf(agreed, 1);
  expect(proofs.find(({ id }) => id === performanceId)?.files).toMatchObject([{ id: fileId }]);
  for (const [who, code] of [
    ["committee", "forbidden"],
    ["officer", "forbidden"],
    ["head", "forbidden"],
    ["grid", "notFound"],
    ["committee2", "notFound"],
  ] as const)
    expect(await refusedWith(adds({ performanceId }, who)), who).toBe(code);
  // Beside the ledger a colleague adds nothing.
  expect(await refusedWith(adds({}, "mediator2"))).toBe("forbidden");
});

it("is of this matter's ledger, in the open lane, and no other", async () => {
  const { performanceId } = await pays(agreed, of[1], 10);
  const another = await agreedDispute(county);
  expect(await refusedWith(adds({ disputeId: another.disputeId, performanceId }))).toBe("notFound");
  expect(await refusedWith(adds({ performanceId: v7() }))).toBe("notFound");
  for (const over of [{ lane: "joint" }, { side: 1 }, { paperKind: "receipt" }])
    expect(await refusedWith(adds({ performanceId, ...over }))).toBe("invalidValue");
});

it("a picture is kept small beside itself, without what it told of its place, for whoever may read it", async () => {
  const { fileId } = await adds({}, "mediator", "墙面.jpg");
  const small = await readFile(county.as("mediator"), fileId, "small");
  expect(small.mime).toBe("image/jpeg");
  const { width, height, exif } = await sharp(small.bytes).metadata();
  expect([width, height, exif]).toEqual([160, 107, undefined]);
  expect(await refusedWith(readFile(county.as("grid"), fileId, "small"))).toBe("notFound");
  const paper = await addFile(
    county.as("mediator"),
    addFileInput.parse({ disputeId: agreed.disputeId, fileId: v7(), lane: "mediator", name: "私下.jpg" }),
    photo,
  );
  // One that was filed before there were small copies gets its own at night, and the chain of its matter says so.
  await database().execute(sql`update files set small_sha256 = null where id = ${fileId}::uuid`);
  await makeSmalls(new Date());
  expect((await readFile(county.as("mediator"), fileId, "small")).bytes).toEqual(small.bytes);
  expect(await lastEvent(agreed, "file.makeSmall")).toMatchObject({ fileId, job: "makeSmalls" });
  const listed = await filesOf(county.as("mediator"), agreed);
  expect(listed.find(({ id }) => id === fileId)?.hasSmall).toBe(true);
  expect(listed.find(({ id }) => id === paper.fileId)).toMatchObject({ name: null, hasSmall: false });
  // Every opening of a private lane is logged, of the small one too.
  await readFile(county.as("mediator"), paper.fileId, "small");
  const [opened] = await database().execute<{ count: number }>(
    sql`select count(*)::int as count from events where action = 'file.read' and payload like ${`%${paper.fileId}%`}`,
  );
  expect(opened?.count).toBe(1);
});
