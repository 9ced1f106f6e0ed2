import { dayOf } from "../../kernel/shanghai";
import type { AgreementFacts } from "../facts/agreement";
import type { MatterFacts } from "../facts/matter";
import type { Composed } from "../model";
import { field, fields, longField, orNone } from "../words/blocks";
import { clauseInWords } from "../words/clauses";
import { dayInWords } from "../words/days";
import { typeWords } from "../words/labels";
import { sumOfMoney } from "../words/money";
import { sideWords } from "../words/parties";
import { namesIn, personBlock } from "../words/person";
import { signerLine } from "../words/signers";
import { asPaperParty } from "./agreement";

interface OralForm {
  matter: MatterFacts;
  facts: AgreementFacts;
  /** Its number in the series of oral agreements; null while it has none. */
  number: string | null;
  /** How far it is performed, in words. */
  performed: string;
  today: string;
}

/**
 * What was agreed by word of mouth, written down by the mediator (人民调解法 28、30). The law asks for the mediator's record
 * alone; lines for the parties are there because local rules ask for proof that they were present.
 */
export function oralAgreementPaper({ matter, facts, number, performed, today }: OralForm): Composed {
  const { agreement } = facts;
  const day = agreement.effectiveAt ? dayOf(new Date(agreement.effectiveAt)) : today;
  const parties = facts.parties.map((party) => asPaperParty(party, matter.parties));
  const people = parties.map((party) => personBlock({ role: sideWords(party.side), party, day }));
  const fen = agreement.clauses.reduce((sum, clause) => sum + (clause.amountFen ?? 0), 0);
  const yes = facts.saidYes.map(({ partyId, byLinkName }) => {
    const name = parties.find(({ id }) => id === partyId)?.name ?? "";
    return byLinkName ? `${name}（由${byLinkName}表示）` : name;
  });
  return {
    paper: {
      kind: "oralAgreement",
      organisation: facts.committeeName,
      title: "人民调解口头协议登记表",
      number: number ?? "",
      blocks: [
        fields(
          [field("纠纷名称", matter.title), field("纠纷类型", typeWords[matter.type])],
          [field("调解地点", orNone(matter.place))],
          [field("达成日期", agreement.effectiveAt ? dayInWords(day) : null)],
          [field("涉及金额", fen > 0 ? sumOfMoney(fen) : null)],
        ),
        ...people.map((one) => one.block),
        longField("纠纷的主要事实、争议事项及各方责任", orNone(agreement.facts)),
        longField(
          "口头协议内容",
          agreement.clauses.map((clause, i) => `${i + 1}. ${clauseInWords(clause, parties)}`).join("\n"),
        ),
        longField("各方表示同意", yes.length > 0 ? `${yes.join("、")}当面表示同意以上内容。` : null),
        longField("履行情况", orNone(performed)),
        {
          kind: "signatures",
          rows: [
            ...parties.map((party) => signerLine({ role: sideWords(party.side), name: party.name })),
            signerLine({ role: "人民调解员", name: facts.mediator, fingerprint: false }),
          ],
        },
        {
          kind: "seal",
          organisation: facts.committeeName,
          day: agreement.effectiveAt ? dayInWords(day) : null,
          sealed: false,
        },
      ],
      names: namesIn(parties, facts.mediator),
      copies: { count: 1, forWhom: [`${facts.committeeName}（入卷）`] },
      sides: "single",
    },
    lacks: [
      ...(agreement.effectiveAt ? [] : [{ code: "effect" }]),
      ...(agreement.clauses.length > 0 ? [] : [{ code: "clauses" }]),
      ...people.flatMap((one) => one.lacks),
    ],
  };
}
