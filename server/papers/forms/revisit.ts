import type { MatterFacts } from "../facts/matter";
import type { VisitFacts } from "../facts/visits";
import type { Composed } from "../model";
import { field, fields, longField, orNone } from "../words/blocks";
import { dayInWords } from "../words/days";
import { fairnessInWords, satisfactionWords, typeWords } from "../words/labels";
import { namesOf } from "../words/parties";
import { namesIn } from "../words/person";
import { signerLine } from "../words/signers";

interface RevisitForm {
  matter: MatterFacts;
  visit: VisitFacts;
}

/** The record of one follow-up visit (人民调解法 31): whether the agreement is kept, how satisfied they are, and signs of new trouble. */
export function revisitPaper({ matter, visit }: RevisitForm): Composed {
  const visited = matter.parties.filter(({ id, isDeparted }) => (visit.partyId ? id === visit.partyId : !isDeparted));
  const kept =
    visit.clauses === 0
      ? null
      : visit.kept === visit.clauses
        ? `协议约定的${visit.clauses}项义务均已履行。`
        : `协议约定的${visit.clauses}项义务中，已履行${visit.kept}项，尚有${visit.clauses - visit.kept}项未履行完毕。`;
  return {
    paper: {
      kind: "revisit",
      organisation: matter.committee,
      title: "人民调解回访记录",
      number: null,
      blocks: [
        fields(
          [field("回访日期", dayInWords(visit.on)), field("回访人", visit.visitor)],
          [field("被回访人", namesOf(visited))],
          [field("纠纷名称", `${matter.title}（${typeWords[matter.type]}）`)],
          [field("调解协议编号", orNone(visit.agreementNumber))],
          [field("协议生效日期", visit.agreementOn && dayInWords(visit.agreementOn))],
        ),
        longField("协议履行情况", kept),
        longField("当事人满意程度", satisfactionWords[visit.satisfaction]),
        ...(visit.fairness ? [longField("对调解过程的评价", fairnessInWords(visit.fairness))] : []),
        longField("有无向人民法院起诉及裁判结果", visit.courtAction.trim() || { lines: 1 }),
        longField("有无激化迹象或者其他隐患", visit.escalationSigns.trim() || "未发现。"),
        longField(
          "回访情况及采取的措施",
          [visit.note, visit.measures]
            .map((one) => one.trim())
            .filter(Boolean)
            .join("\n") || { lines: 2 },
        ),
        {
          kind: "signatures",
          rows: [
            ...visited.map(({ name }) => signerLine({ role: "被回访人", name })),
            signerLine({ role: "回访人", name: visit.visitor, fingerprint: false }),
          ],
        },
        { kind: "seal", organisation: matter.committee, day: dayInWords(visit.on), sealed: false },
      ],
      names: namesIn(visited, visit.visitor),
      copies: { count: 1, forWhom: [`${matter.committee}（入卷）`] },
      sides: "single",
    },
    lacks: kept === null ? [{ code: "effect" }] : [],
  };
}
