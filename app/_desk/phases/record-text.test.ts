import { describe, expect, it } from "vitest";
import { recordText } from "./record-text";

const heads = {
  issues: "焦点",
  facts: "事实",
  agreed: "谈成",
  notes: "记事",
  said: (who: string, text: string) => `${who}：${text}`,
};
const line = (text: string, speaker: string | null = null) => ({ text, speaker });

describe("the first words of a record", () => {
  it("are issues, facts and what was agreed, numbered, with who said them", () => {
    const draft = {
      issues: [line("拆的是承重墙？")],
      facts: [line("拆除 1.2 米", "陶文渊")],
      agreed: [line("加固", "张晓雯")],
      notes: [],
    };
    expect(recordText(draft, heads)).toEqual({
      text: "焦点\n1. 拆的是承重墙？\n\n事实\n1. 陶文渊：拆除 1.2 米\n\n谈成\n1. 张晓雯：加固",
      left: 0,
    });
  });
  it("leave out what has no line, and stay within the record's limit", () => {
    expect(recordText({ issues: [], facts: [], agreed: [], notes: [] }, heads)).toEqual({ text: "", left: 0 });
    const long = {
      issues: [],
      facts: Array.from({ length: 10 }, () => line("字".repeat(1500))),
      agreed: [line("加固"), line("退一半")],
      notes: [line("告知了权利")],
    };
    const { text, left } = recordText(long, heads);
    expect(text.length).toBeLessThanOrEqual(8000);
    // Five facts of ten fit; what was agreed is never shortened.
    expect(left).toBe(6);
    expect(text).toContain("谈成\n1. 加固\n2. 退一半");
    expect(text).toContain("\n5. 字");
    expect(text).not.toContain("告知了权利");
  });
});
