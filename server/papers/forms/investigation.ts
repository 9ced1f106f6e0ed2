import type { MatterFacts } from "../facts/matter";
import type { Composed } from "../model";
import { byHand, field, fields, longField, sentence } from "../words/blocks";
import { typeWords } from "../words/labels";
import { namesIn } from "../words/person";
import { signerLine } from "../words/signers";

/**
 * The sheet on which somebody is asked about the facts: what is known of the matter is filled in, what is said
 * is written down there and then. One person asks and another writes.
 */
export function investigationPaper({ matter }: { matter: MatterFacts }): Composed {
  const { lead, assistant } = matter.proceeding ?? { lead: "", assistant: null };
  return {
    paper: {
      kind: "investigation",
      organisation: matter.committee,
      title: "人民调解调查记录",
      number: null,
      blocks: [
        fields(
          [field("时间", byHand)],
          [field("地点", byHand)],
          [field("事由", `${matter.title}（${typeWords[matter.type]}）`)],
          [field("调查人", lead || byHand), field("记录人", assistant ?? byHand)],
          [field("被调查人", byHand), field("性别", byHand), field("年龄", byHand)],
          [field("单位或住址", byHand)],
          [field("联系方式", byHand), field("与当事人的关系", byHand)],
          [field("在场人", byHand)],
        ),
        longField("调查内容（一问一答）", { lines: 16 }),
        sentence("以上记录已由被调查人阅读（或者向其宣读），与所说相符。", {}, { indent: 0 }),
        {
          kind: "signatures",
          rows: [
            signerLine({ role: "被调查人", name: null }),
            signerLine({ role: "调查人", name: lead || null, fingerprint: false }),
            signerLine({ role: "记录人", name: assistant, fingerprint: false }),
          ],
        },
      ],
      names: namesIn([], lead, assistant),
      copies: { count: 1, forWhom: [`${matter.committee}（入卷）`] },
      sides: "double",
    },
    lacks: [],
  };
}
