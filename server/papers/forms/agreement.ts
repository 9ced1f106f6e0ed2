import type { AgreementClause, AgreementParty } from "../../agreements/reads/agreement";
import { dayOf } from "../../kernel/shanghai";
import type { AgreementFacts } from "../facts/agreement";
import type { MatterFacts, PartyFacts } from "../facts/matter";
import type { Block, Composed, Lack, Signature, Strokes } from "../model";
import { heading, orNone, paragraph, sentence } from "../words/blocks";
import { clauseInWords, dueInWords } from "../words/clauses";
import { dayInWords } from "../words/days";
import { wayWords } from "../words/labels";
import { figure } from "../words/money";
import { listed, sideWords } from "../words/parties";
import { namesIn, personBlock } from "../words/person";
import { interpreterLines, signerLine } from "../words/signers";

interface AgreementForm {
  matter: MatterFacts;
  facts: AgreementFacts;
  /** Days in which a court may be asked to confirm it, by the rules. */
  confirmationDays: number;
  /** The day of the paper while nobody has signed, 'YYYY-MM-DD'. */
  today: string;
  /** What was drawn for signatures, by their ids: in the sealed paper alone, so that nobody has a hand before the seal. */
  hands?: ReadonlyMap<string, Strokes>;
}

/** Under each page of what was printed before or after its time. */
const footWords = {
  draft: "草稿，尚未送签，不作签署之用。",
  copy: "本件为文书副本，内容以加盖印章的原件为准。",
} as const;

/**
 * The written agreement of people's mediation (人民调解法 29): the words that were sent to sign, with each party's block from
 * the same snapshot, and contacts, which no snapshot keeps, from the file.
 */
export function agreementPaper({ matter, facts, confirmationDays, today, hands }: AgreementForm): Composed {
  // Where a court is to confirm it there is one copy more, and everybody is named by number.
  const { agreement, isForCourt } = facts;
  const day = agreement.sentToSignAt ? dayOf(new Date(agreement.sentToSignAt)) : today;
  const parties = facts.parties.map((party) => asPaperParty(party, matter.parties));
  const people = parties.map((party) => personBlock({ role: sideWords(party.side), party, day, withId: isForCourt }));
  const count = parties.length + 1 + (isForCourt ? 1 : 0);
  const lacks = [...draftLacks(facts), ...people.flatMap((one) => one.lacks)];
  const blocks: Block[] = [
    ...people.map((one) => one.block),
    heading("一、纠纷的主要事实、争议事项及各方责任"),
    ...agreement.facts
      .split("\n")
      .filter(Boolean)
      .map((text) => paragraph(text)),
    heading("二、协议内容"),
    sentence("经调解，各方当事人本着自愿、平等的原则，达成如下协议：", {}, { keepWithNext: true }),
    ...replacedWords(agreement.replaces),
    ...agreement.clauses.map((clause, i) => paragraph(`${i + 1}. ${clauseInWords(clause, parties)}`)),
    heading("三、履行的方式、地点和期限"),
    performanceTable(agreement.clauses, parties),
    heading("四、其他事项"),
    ...closingWords(confirmationDays, count, parties.length, isForCourt),
    { kind: "signatures", rows: signatureRows(facts, parties, hands) },
    {
      kind: "seal",
      organisation: facts.committeeName,
      day: agreement.effectiveAt ? dayInWords(dayOf(new Date(agreement.effectiveAt))) : null,
      sealed: agreement.seal !== null,
    },
  ];
  return {
    paper: {
      kind: "agreement",
      organisation: facts.committeeName,
      title: "人民调解协议书",
      number: agreement.number ?? "",
      blocks,
      names: namesIn(parties, facts.mediator, facts.assistantName, ...facts.interpreters.map(({ name }) => name)),
      copies: {
        count,
        forWhom: [
          ...parties.map(({ name }) => name),
          facts.committeeName,
          ...(isForCourt ? ["人民法院（申请司法确认用）"] : []),
        ],
      },
      sides: "double",
      ...(agreement.seal ? { foot: footWords.copy } : facts.isSent ? {} : { foot: footWords.draft }),
    },
    lacks,
  };
}

/** A party as the snapshot names it. What a snapshot of before did not keep, and contacts, come from the file. */
export function asPaperParty(frozen: AgreementParty, inFile: readonly PartyFacts[]): PartyFacts {
  const file = inFile.find(({ id }) => id === frozen.id);
  const links = frozen.links.map((link) => {
    const known = file?.links.find(({ id }) => id === link.id);
    const unknown = { phone: "", note: "", mayNegotiate: true, mayReceive: link.maySign };
    return { ...unknown, ...known, ...link, endedOn: null };
  });
  return {
    id: frozen.id,
    side: frozen.side,
    standing: frozen.standing,
    kind: frozen.kind,
    name: frozen.name,
    isMinor: frozen.isMinor,
    needsGuardian: frozen.needsGuardian ?? frozen.isMinor,
    isDeparted: false,
    sex: frozen.sex === undefined ? (file?.sex ?? null) : frozen.sex,
    born: frozen.born ?? file?.born ?? "",
    ethnicity: frozen.ethnicity ?? file?.ethnicity ?? "",
    occupation: frozen.occupation ?? file?.occupation ?? "",
    creditCode: frozen.creditCode ?? file?.creditCode ?? "",
    legalRepresentative: frozen.legalRepresentative ?? file?.legalRepresentative ?? "",
    employer: file?.employer ?? "",
    phone: file?.phone ?? "",
    address: file?.address ?? "",
    idNumber: file?.idNumber ?? "",
    links,
  };
}

const draftLacks = ({ agreement, isSent }: AgreementFacts): Lack[] => [
  ...(agreement.form === "oral" ? [{ code: "writtenForm" }] : []),
  ...(!isSent || !agreement.number ? [{ code: "sentToSign" }] : []),
  ...(agreement.facts.trim() ? [] : [{ code: "agreementFacts" }]),
  ...(agreement.clauses.length > 0 ? [] : [{ code: "clauses" }]),
];

/** What of an earlier agreement this one takes the place of, and what had been paid of it (民法典 543). */
function replacedWords(replaces: AgreementFacts["agreement"]["replaces"]): Block[] {
  if (!replaces) return [];
  const earlier = replaces.number ? `${replaces.number}人民调解协议书` : "此前达成的口头协议";
  const on = dayInWords(dayOf(new Date(replaces.effectiveAt)));
  const paid = replaces.clauses.reduce((sum, clause) => sum + clause.paidFen, 0);
  const words = `本协议自生效之日起，代替${earlier}（${on}生效）中尚未履行的部分；已经履行的部分不受影响。`;
  return [paragraph(paid > 0 ? `${words}按原协议已支付${figure(paid)}。` : words)];
}

function performanceTable(clauses: readonly AgreementClause[], parties: readonly PartyFacts[]): Block {
  return {
    kind: "table",
    columns: [
      { title: "条款", width: 0.1, align: "center" },
      { title: "履行人", width: 0.24 },
      { title: "履行方式", width: 0.25 },
      { title: "履行地点", width: 0.19 },
      { title: "履行期限", width: 0.22 },
    ],
    rows: clauses.map((clause, i) => [
      String(i + 1),
      orNone(listed(clause.obligorPartyIds, parties)),
      clause.way || (clause.kind === "refrain" ? "不得实施约定的行为" : wayWords[clause.proof]),
      orNone(clause.place),
      orNone(clause.kind === "refrain" ? `${dueInWords(clause).replace(/前$/, "")}核查` : dueInWords(clause)),
    ]),
  };
}

/** Effect, what follows when it is not kept, judicial confirmation and copies. */
const closingWords = (days: number, count: number, parties: number, isForCourt: boolean): Block[] => [
  sentence(
    "1. 本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效，对各方当事人具有约束力，当事人应当按照约定履行。",
  ),
  sentence(
    "2. 一方不履行或者不完全履行的，其他当事人可以请求人民调解委员会督促履行；就本协议的履行或者内容发生争议的，可以向人民法院提起诉讼。",
  ),
  sentence(
    "3. 各方当事人认为有必要的，可以自本协议生效之日起{司法确认天数}日内共同向有管辖权的人民法院申请司法确认。",
    { 司法确认天数: String(days) },
  ),
  sentence("4. 本协议一式{份数}份，{份数分配}。", {
    份数: String(count),
    份数分配: `${parties > 1 ? "当事人各执一份" : "当事人执一份"}，人民调解委员会留存一份${isForCourt ? "，申请司法确认时提交人民法院一份" : ""}`,
  }),
];

function signatureRows(
  facts: AgreementFacts,
  parties: readonly PartyFacts[],
  hands: AgreementForm["hands"],
): Signature[] {
  const { signatures } = facts.agreement;
  const signedBy = (sign: Pick<(typeof signatures)[number], "id" | "means" | "signedAt">) => {
    const strokes = hands?.get(sign.id) ?? null;
    const isOnPaper = hands !== undefined && !strokes;
    return { day: dayInWords(dayOf(new Date(sign.signedAt))), means: sign.means, strokes, isOnPaper };
  };
  const rows = parties.map((party) => {
    const sign = signatures.find(({ partyId }) => partyId === party.id);
    const guardian = party.needsGuardian ? party.links.find(({ kind }) => kind === "guardian") : undefined;
    const by = sign ? sign.byLinkName : guardian?.name;
    return signerLine({
      role: sideWords(party.side),
      name: party.name,
      by: by ?? null,
      signed: sign ? signedBy(sign) : null,
    });
  });
  const mediated = signatures.find(({ signerKind }) => signerKind === "mediator");
  const witnesses = signatures.filter(({ signerKind }) => signerKind === "witness");
  return [
    ...rows,
    ...interpreterLines(facts.interpreters, signedBy),
    ...witnesses.map((one) =>
      signerLine({ role: "在场人", name: one.personName, signed: signedBy(one), fingerprint: false }),
    ),
    signerLine({
      role: "人民调解员",
      name: facts.mediator,
      signed: mediated ? signedBy(mediated) : null,
      fingerprint: false,
    }),
    signerLine({ role: "记录人", name: facts.assistantName ?? facts.mediator, fingerprint: false }),
  ];
}
