import { Document, Footer, Packer, Paragraph, TextRun } from "docx";
import { describe, expect, it } from "vitest";
import { Problem } from "../../kernel/problem";
import { packed, readWord } from "../../testing/official-papers/read-back";
import { agreementOf, matterOf, party } from "../../testing/papers";
import { sheetOf } from "../draw/sheet";
import { drawWord } from "../draw/word";
import { agreementPaper } from "../forms/agreement";
import { confirmationPaper } from "../forms/confirmation";
import { checkTemplate, previewOf } from "./check-template";
import { fieldsOf } from "./named-parts";
import { samplePapers } from "./sample-papers";
import { standardTemplate } from "./standard-template";
import { filledTemplate } from "./template-file";
import { type TemplateKind, templateKinds } from "./template-kinds";

const standardOf = (kind: TemplateKind) => {
  const [paper] = samplePapers[kind]();
  if (!paper) throw new Error("no sample");
  return standardTemplate(sheetOf(paper));
};
/** A template of these paragraphs, each of one run or more. */
const templateOf = (...paragraphs: (string | string[])[]) =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          footers: { default: new Footer({ children: [new Paragraph("{副本说明}")] }) },
          children: paragraphs.map(
            (runs) => new Paragraph({ children: [runs].flat().map((text) => new TextRun(text)) }),
          ),
        },
      ],
    }),
  );

const readPreview = async (kind: TemplateKind) => packed(readWord(previewOf(kind, await standardOf(kind))));
const refused = async (kind: TemplateKind, ...paragraphs: (string | string[])[]) => {
  try {
    checkTemplate(kind, await templateOf(...paragraphs));
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error.code, error.params.field];
  }
};

describe("our own template of a paper", () => {
  it.each(templateKinds)(
    "%s: filled with a paper's facts says what our Word file says, in the same order",
    async (kind) => {
      const template = await standardOf(kind);
      expect(checkTemplate(kind, template)).toContain("副本说明");
      for (const paper of samplePapers[kind]()) {
        const sheet = sheetOf(paper);
        const words = packed(readWord(filledTemplate(template, fieldsOf(sheet))));
        expect(words).toBe(packed(readWord(await drawWord(sheet))));
        expect(words).not.toMatch(/[{}]|undefined|null/);
      }
    },
  );

  it("holds another matter of fourteen parties as well, each in its block and on its line", async () => {
    const parties = Array.from({ length: 14 }, (_, i) => party(i + 1, i === 3 ? { name: "𠮷田镕" } : {}));
    const facts = agreementOf(parties, [100005, 32504]);
    const sheet = sheetOf(
      agreementPaper({ matter: matterOf(parties), facts, confirmationDays: 30, today: "2026-01-10" }).paper,
    );
    const words = packed(readWord(filledTemplate(await standardOf("agreement"), fieldsOf(sheet))));
    expect(words).toBe(packed(readWord(await drawWord(sheet))));
    expect(words).toContain("人民币壹仟元零伍分（¥1,000.05）");
    expect(words.split("𠮷田镕").length - 1).toBeGreaterThan(1);
    // What stands once for each party is one loop: a sheet for each address.
    const confirmation = sheetOf(
      confirmationPaper({ matter: matterOf(parties), facts, until: "2026-02-09", court: null, today: "2026-01-10" })
        .paper,
    );
    const asked = packed(readWord(filledTemplate(await standardOf("confirmation"), fieldsOf(confirmation))));
    expect(asked).toBe(packed(readWord(await drawWord(confirmation))));
    expect(asked.split("是否同意电子送达").length - 1).toBe(14);
  });
});

describe("a template of an office", () => {
  it("is refused with the name of a field that the paper does not have, also in a loop or over several runs", async () => {
    expect(await refused("receipt", "{付款人}欠{利息}", "{滞纳金}")).toEqual(["templateFieldUnknown", "利息、滞纳金"]);
    expect(await refused("receipt", ["今收到{付", "款", "人", "}，{利", "息}"])).toEqual([
      "templateFieldUnknown",
      "利息",
    ]);
    expect(await refused("agreement", "{#当事人}", "{姓名}{血型}", "{/当事人}")).toEqual([
      "templateFieldUnknown",
      "血型",
    ]);
    expect(await refused("agreement", "{姓名}")).toEqual(["templateFieldUnknown", "姓名"]);
    // What every object has is no field.
    expect(await refused("receipt", "{constructor}{__proto__}")).toEqual([
      ...["templateFieldUnknown", "constructor、__proto__"],
    ]);
  });

  it("is refused where a brace or loop has no end, a loop stands in itself, or a field brings its own XML", async () => {
    expect(await refused("receipt", "{付款人")).toEqual(["templateBroken", "付款人"]);
    expect(await refused("receipt", "付款人}")).toEqual(["templateBroken", "付款人"]);
    expect(await refused("agreement", "{#当事人}", "{姓名}")).toEqual(["templateLoopOpen", "当事人"]);
    expect(await refused("agreement", "{姓名}", "{/当事人}")).toEqual(["templateLoopOpen", "当事人"]);
    expect(await refused("agreement", "{#当事人}", "{姓名}", "{/签名}")).toEqual(["templateLoopOpen", "当事人"]);
    expect(await refused("agreement", "{#当事人}", "{#当事人}", "{姓名}", "{/当事人}", "{/当事人}")).toEqual([
      ...["templateFieldUnknown", "当事人"],
    ]);
    expect(await refused("receipt", "{@付款人}")).toEqual(["templateBroken", "付款人"]);
    expect(await refused("receipt", "{付款人}".repeat(401))).toEqual(["templateTooLarge", undefined]);
  });

  it("is refused where its paper would not say that it is a copy", async () => {
    const without = (...paragraphs: string[]) =>
      Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }));
    const missing = { code: "templateFieldMissing", params: { field: "副本说明" } };
    for (const bytes of [await without("{付款人}"), await without("{^付款人}{副本说明}{/付款人}")])
      expect(() => checkTemplate("receipt", bytes)).toThrow(expect.objectContaining(missing));
  });

  it("prints facts as text, whatever they look like, and a stroke where the paper says nothing", async () => {
    const template = await templateOf("{ 付款人 }：{金额}", "{协议}");
    const filled = filledTemplate(template, { 付款人: "<w:p/>&{金额}", 金额: "壹元" });
    expect(readWord(filled)).toBe("<w:p/>&{金额}：壹元／");
    expect(await readPreview("receipt")).toContain("张三");
  });
});
