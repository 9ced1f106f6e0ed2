import type { MatterFacts } from "../facts/matter";
import type { SettlementFacts } from "../facts/settlements";
import type { Composed } from "../model";
import { field, fields, heading, longField, orNone, paragraph } from "../words/blocks";
import { ended } from "../words/clauses";
import { dayInWords } from "../words/days";
import { namesIn, personBlock } from "../words/person";
import { signerLine } from "../words/signers";

interface NoPenaltyForm {
  matter: MatterFacts;
  settlement: SettlementFacts;
  /** Its number in the organ's series; null while it has none. */
  number: string | null;
}

/**
 * Both sides' written application that nobody be punished, since they settled and performed it, and the approval by the police
 * (治安管理处罚法 9；程序规定 186). Opinions that nobody has given yet are left to be written.
 */
export function noPenaltyPaper({ matter, settlement, number }: NoPenaltyForm): Composed {
  const signed = new Map(settlement.applicants.map((one) => [one.partyId, one]));
  const parties = matter.parties.filter(({ id, isDeparted }) => !isDeparted || signed.has(id));
  const day = settlement.appliedOn;
  const people = parties.map((party) => personBlock({ role: "申请人", party, day, withId: true }));
  const way = settlement.way === "byThemselves" ? "自行和解" : "经人民调解委员会调解";
  const decision =
    settlement.isApproved === null
      ? { lines: 2 }
      : `${settlement.isApproved ? "同意，不予处罚。" : "不同意。"}${ended(settlement.decisionReason)}（${settlement.decidedBy}，${dayInWords(settlement.decidedOn ?? day)}）`;
  return {
    paper: {
      kind: "noPenalty",
      organisation: matter.station,
      title: "不予处罚申请书及审批表",
      number: number ?? "",
      blocks: [
        ...people.map((one) => one.block),
        fields(
          [field("案由", matter.title)],
          [
            field("达成协议日期", dayInWords(settlement.agreedOn)),
            field("履行完毕日期", dayInWords(settlement.performedOn)),
          ],
          [field("人民调解协议编号", settlement.agreementNumber)],
        ),
        heading("一、申请事项"),
        paragraph(
          `申请人各方因上述纠纷${way}，已于${dayInWords(settlement.agreedOn)}达成协议并于${dayInWords(settlement.performedOn)}履行完毕，现共同申请公安机关对相关违法行为不予处罚。`,
        ),
        heading("二、协议内容和履行证明"),
        longField("协议内容", orNone(settlement.agreed)),
        longField("履行证明", orNone(settlement.proof)),
        {
          kind: "signatures",
          rows: settlement.applicants.flatMap(({ partyId, byName, means }) => {
            const party = parties.find(({ id }) => id === partyId);
            const at = { day: dayInWords(day), means };
            return party ? [signerLine({ role: "申请人", name: party.name, by: byName, signed: at })] : [];
          }),
        },
        heading("三、审批意见"),
        longField(`承办人意见（${settlement.handler}）`, { lines: 2 }),
        longField("承办单位意见", { lines: 2 }),
        longField("公安机关意见", decision),
        {
          kind: "seal",
          organisation: matter.station,
          day: settlement.decidedOn && dayInWords(settlement.decidedOn),
          sealed: false,
        },
      ],
      names: namesIn(parties, settlement.handler, settlement.decidedBy),
      copies: { count: 2, forWhom: [`${matter.station}（案卷）`, "承办单位"] },
      sides: "double",
    },
    lacks: [
      ...parties
        .filter(({ id, isDeparted }) => !isDeparted && !signed.has(id))
        .map(({ name }) => ({ code: "applicantSignature", of: name })),
      ...people.flatMap((one) => one.lacks),
    ],
  };
}
