import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Document, Packer, Paragraph } from "docx";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { namedBytes } from "../access/named-bytes";
import { sha256Of } from "../files/parts/file-store";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { readWord } from "../testing/official-papers/read-back";
import { refusedWith } from "../testing/refused";
import { takenBySql } from "../testing/taken-by-sql";
import { docx } from "../testing/uploads/hostile-files";
import { addTemplate } from "./add-template";
import { askPapers } from "./ask-papers";
import { addTemplateInput, askPapersInput, withdrawTemplateInput } from "./inputs";
import { makePaper } from "./make-paper";
import { readPaper } from "./read-paper";
import { readStandard, readTemplate } from "./read-template";
import { templateSheet } from "./reads/template-sheet";
import { withdrawTemplate } from "./withdraw-template";

const now = new Date("2026-11-30T02:00:00Z");
const later = new Date("2026-12-05T02:00:00Z");
let county: TestCounty;
let disputeId: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-templates-"));
  vi.stubEnv("ZHONGTIAO_FILES", folder);
  county = await testCounty();
  ({ disputeId } = await acceptedDispute(county));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const word = (...lines: string[]) =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] }));
const own = (title: string) => word(title, "{#回执签名}", "{签名栏}", "{/回执签名}", "{副本说明}");
const add = async (who: string, bytes: Buffer, over: Record<string, unknown> = {}) =>
  addTemplate(
    county.as(who, { now }),
    addTemplateInput.parse({ kind: "notice", name: "本所告知书.docx", validFrom: "2026-11-30", ...over }),
    bytes,
  );
const withdraw = (who: string, templateId: string) =>
  withdrawTemplate(county.as(who, { now }), withdrawTemplateInput.parse({ templateId, reason: "用词过时" }));
/** What the Word file of a notice says that is asked for at this time. */
async function wordsOfNotice(at: Date): Promise<string> {
  const input = askPapersInput.parse({ disputeId, papers: [{ kind: "notice" }] });
  const [paperId = ""] = (await askPapers(county.as("mediator", { now: at }), input)).paperIds;
  await makePaper({ countyId: county.countyId, paperId }, at);
  return readWord((await readPaper(county.as("mediator", { now: at }), paperId, "docx")).bytes);
}
const line = async (who: string) =>
  (await templateSheet(county.as(who, { now }))).papers.find(({ kind }) => kind === "notice");

describe("templates of papers", () => {
  it("make the Word file from their day on: a committee's before the county's, until they are withdrawn", async () => {
    expect(await wordsOfNotice(now)).toContain("人民调解的性质和原则");
    await add("admin", await own("全县告知书"));
    expect(await wordsOfNotice(now)).toMatch(/^全县告知书甲方/);
    const ours = await own("本会告知书");
    const { templateId } = await add("committee", ours, { validFrom: "2026-12-05" });
    expect(await wordsOfNotice(now)).toMatch(/^全县告知书/);
    expect(await wordsOfNotice(later)).toMatch(/^本会告知书/);
    expect(await line("committee")).toMatchObject({
      templates: [
        { id: templateId, version: 1, isOfCounty: false, isFit: true, validFrom: "2026-12-05" },
        { isOfCounty: true },
      ],
    });
    const kept = (await namedBytes(now)).find(({ countyId }) => countyId === county.countyId);
    expect(kept?.hashes).toContain(sha256Of(ours));
    expect(await withdraw("committee", templateId)).toEqual({ templateId });
    expect(await wordsOfNotice(later)).toMatch(/^全县告知书/);
    expect(await refusedWith(withdraw("committee", templateId))).toBe("templateWithdrawn");
    expect(await line("committee")).toMatchObject({ templates: [{ withdrawnReason: "用词过时" }, {}] });
    const events = await database().execute(
      sql`select action from events where county_id = ${county.countyId}::uuid and action::text like 'paperTemplate.%' order by seq`,
    );
    expect(events.map(({ action }) => action)).toEqual([
      ...["paperTemplate.add", "paperTemplate.add", "paperTemplate.withdraw"],
    ]);
  });

  it("are kept by papers that were asked for before, also when they are withdrawn before the worker comes", async () => {
    const { templateId } = await add("committee", await own("先前的告知书"));
    const input = askPapersInput.parse({ disputeId, papers: [{ kind: "notice" }] });
    const [paperId = ""] = (await askPapers(county.as("mediator", { now }), input)).paperIds;
    await withdraw("committee", templateId);
    await makePaper({ countyId: county.countyId, paperId }, now);
    const { bytes } = await readPaper(county.as("mediator", { now }), paperId, "docx");
    expect(readWord(bytes)).toMatch(/^先前的告知书/);
  });

  it("that lack a field of the paper since are passed over and shown as such", async () => {
    const { templateId } = await add("committee", await own("过时的告知书"));
    await database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`update paper_templates set fields = '["没有的字段"]' where id = ${templateId}::uuid`);
    });
    expect((await line("committee"))?.templates.find(({ id }) => id === templateId)?.isFit).toBe(false);
    expect(await wordsOfNotice(now)).toContain("人民调解的性质和原则");
    await withdraw("committee", templateId);
  });

  it("are refused by what is in them, by their day, and from whoever sets none", async () => {
    const refused = async (bytes: Buffer, over = {}, who = "committee") => refusedWith(add(who, bytes, over));
    const good = await own("告知书");
    expect(await refused(await word("{血型}{副本说明}"))).toBe("templateFieldUnknown");
    expect(await refused(await word("告知书"))).toBe("templateFieldMissing");
    expect(await refused(await word("{#回执签名}{副本说明}"))).toBe("templateLoopOpen");
    expect(await refused(await word("{副本说明"))).toBe("templateBroken");
    expect(await refused(Buffer.alloc(1024 * 1024 + 1))).toBe("templateTooLarge");
    expect(await refused(Buffer.from("no Word file"))).toBe("fileNotAsNamed");
    expect(await refused(docx([{ name: "word/vbaProject.bin", data: "x" }]))).toBe("fileHasActive");
    expect(await refused(good, { validFrom: "2026-11-29" })).toBe("ruleInPast");
    expect(await refused(good, { validFrom: "2029-01-01" })).toBe("ruleTooFar");
    const bySql = (validFrom: string) =>
      takenBySql(
        county.as("committee", { now }),
        sql`insert into paper_templates (county_id, id, committee_id, kind, name, valid_from, sha256, bytes, fields, added_by, added_at)
          values (${county.countyId}::uuid, gen_random_uuid(), ${county.committees.LW}::uuid, 'notice', '告知书.docx', ${validFrom}::date,
            ${"a".repeat(64)}, 1, '[]', ${county.people.committee}::uuid, ${now.toISOString()}::timestamptz)`,
      );
    expect([await bySql("2026-11-30"), await bySql("2026-11-29")]).toEqual(["taken", "42501"]);
    for (const who of ["mediator", "head", "officer", "county"]) expect(await refused(good, {}, who)).toBe("forbidden");
    expect(await refusedWith(templateSheet(county.as("mediator", { now })))).toBe("forbidden");
  });

  it("are downloaded as they are and with invented facts, by those who set them and nobody else", async () => {
    const { templateId } = await add("committee", await own("告知书"));
    const of = (who: string, filled: boolean) => readTemplate(county.as(who, { now }), templateId, filled);
    expect(readWord((await of("committee", false)).bytes)).toContain("{签名栏}");
    expect(readWord((await of("committee", true)).bytes)).toMatch(/张三.*副本/);
    expect(await refusedWith(of("admin", false))).toBe("notFound");
    expect(await refusedWith(of("mediator", false))).toBe("forbidden");
    const standard = await readStandard(county.as("admin", { now }), "receipt", false);
    expect(standard.name).toBe("收条（模板）.docx");
    await add("admin", standard.bytes, { kind: "receipt" });
    expect(await refusedWith(withdraw("admin", templateId))).toBe("notFound");
    await withdraw("committee", templateId);
  });
});
