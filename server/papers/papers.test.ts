import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { sendToSign } from "../agreements/send-to-sign";
import { dossierOfDispute } from "../dossier/queries";
import { tasks } from "../jobs/tasks";
import { asActor } from "../kernel/transaction";
import { type Agreed, agreedDispute, drafted, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { packed, readPdf, readWord } from "../testing/official-papers/read-back";
import { askPapers } from "./ask-papers";
import { papersAtOnce } from "./choices";
import { askPapersInput } from "./inputs";
import { readPaper, readPaperSet } from "./read-paper";
import { papersOfDispute } from "./reads/papers-of-dispute";

let county: TestCounty;
let agreed: Agreed;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-papers-"));
  vi.stubEnv("ZHONGTIAO_FILES", folder);
  county = await testCounty();
  agreed = await agreedDispute(county);
  await drafted(county, agreed, [payClause(agreed, 100005)]);
  await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const ask = (username: string, ...kinds: string[]) =>
  askPapers(
    county.as(username),
    askPapersInput.parse({ disputeId: agreed.disputeId, papers: kinds.map((kind) => ({ kind })) }),
  );
/** As the worker does it. */
const make = (paperId: string) =>
  tasks.makePaper?.({ countyId: county.countyId, paperId }, { job: { run_at: new Date() } } as JobHelpers);
const listed = (username: string) => papersOfDispute(county.as(username), { disputeId: agreed.disputeId });

it("is asked for in one press, made once by the worker, and read as PDF and Word by whoever asked", async () => {
  const { allowed } = await dossierOfDispute(county.as("mediator"), { disputeId: agreed.disputeId });
  expect(allowed).toContain("paper.ask");
  const { paperIds } = await ask("mediator", "agreement", "intake", "notice");
  expect((await listed("mediator")).map(({ state }) => state)).toEqual(["asked", "asked", "asked"]);
  const [agreement = ""] = paperIds;
  await expect(readPaper(county.as("mediator"), agreement, "pdf")).rejects.toMatchObject({ code: "notFound" });
  await Promise.all([...paperIds, agreement].map(make));
  await make(agreement);
  expect((await listed("mediator")).map(({ state }) => state)).toEqual(["made", "made", "made"]);

  const [pdf, word] = [
    await readPaper(county.as("mediator"), agreement, "pdf"),
    await readPaper(county.as("mediator"), agreement, "docx"),
  ];
  const text = packed((await readPdf(pdf.bytes)).texts.map((one) => one.text).join(""));
  for (const words of ["人民调解协议书", "人民币壹仟元零伍分", "¥1,000.05"]) {
    expect(text).toContain(words);
    expect(packed(readWord(word.bytes))).toContain(words);
  }
  expect(pdf.name).toMatch(/\.pdf$/);
  const [event] = await database().execute(
    sql`select action from events where dispute_id = ${agreed.disputeId}::uuid order by seq desc limit 1`,
  );
  expect(event).toEqual({ action: "paper.ask" });
});

it("has a copy for each party and the committee, each marked for whom, and goes into one file with the others of its step", async () => {
  const { paperIds } = await ask("mediator", "agreement", "notice");
  await Promise.all(paperIds.map(make));
  const pages = async (bytes: Buffer) => {
    const { pages: count, texts } = await readPdf(bytes);
    const on = (page: number) => packed(texts.map((one) => (one.page === page ? one.text : "")).join(""));
    return Array.from({ length: count }, (_, i) => on(i + 1));
  };
  const [agreement = ""] = paperIds;
  const isFirst = (text: string) => /^.{0,20}人民调解协议书/.test(text);
  const isNotice = (text: string) => /^.{0,20}权利义务告知书/.test(text);
  const copies = await pages((await readPaper(county.as("mediator"), agreement, "pdf")).bytes);
  const begins = copies.flatMap((text, i) => (isFirst(text) ? [i] : []));
  expect(begins).toHaveLength(3);
  for (const [i, whom] of ["刘玉芬", "张建国", "柳湾镇人民调解委员会"].entries())
    expect(copies[begins[i] ?? 0]).toContain(`共3份，第${i + 1}份，交${whom}`);
  expect(begins.every((at) => at % 2 === 0)).toBe(true);
  const set = await readPaperSet(county.as("mediator"), paperIds);
  const all = await pages(set.bytes);
  expect(all.filter(isFirst)).toHaveLength(3);
  expect(all.filter(isNotice).length).toBeGreaterThanOrEqual(3);
  expect(all.findIndex(isNotice) % 2).toBe(0);
  await expect(readPaperSet(county.as("committee"), paperIds)).rejects.toMatchObject({ code: "notFound" });
  const { paperIds: unmade } = await ask("mediator", "intake");
  await expect(readPaperSet(county.as("mediator"), [agreement, ...unmade])).rejects.toMatchObject({ code: "notFound" });
});

it("is nobody else's: a colleague asks for their own, and others are refused", async () => {
  const { paperIds } = await ask("mediator", "agreement");
  const [paperId = ""] = paperIds;
  await make(paperId);
  await expect(readPaper(county.as("committee"), paperId, "pdf")).rejects.toMatchObject({ code: "notFound" });
  expect(await listed("committee")).toEqual([]);
  for (const username of ["head", "lawyer", "county"])
    await expect(ask(username, "agreement")).rejects.toMatchObject({
      kind: expect.stringMatching(/notFound|forbidden/),
    });
  const seen = await asActor(county.as("committee"), (tx) => tx.execute(sql`select id from papers`));
  expect(seen).toHaveLength(0);
});

it("is refused where there is nothing it could be about, where a character cannot be printed, and when they are more than one press makes; then none is made", async () => {
  const before = (await listed("mediator")).length;
  await expect(ask("mediator", "closing", "revisit")).rejects.toMatchObject({ code: "paperWithoutSubject" });
  const tooMany = ask("mediator", ...Array.from({ length: papersAtOnce + 1 }, () => "intake"));
  await expect(tooMany).rejects.toMatchObject({ code: "papersTooMany", params: { count: 41, most: 40 } });
  expect(await listed("mediator")).toHaveLength(before);
});
