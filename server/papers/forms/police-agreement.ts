import type { ViolationPart } from "@/db/vocabulary";
import { dayOf } from "../../kernel/shanghai";
import type { PoliceContent } from "../../violations/reads/violation";
import type { AgreementFacts } from "../facts/agreement";
import type { MatterFacts, PartyFacts } from "../facts/matter";
import type { Block, Composed, Copies, Lack, Signature } from "../model";
import { field, fields, heading, longField, orNone, paragraph } from "../words/blocks";
import { clauseInWords, dueInWords } from "../words/clauses";
import { dayInWords, momentInWords } from "../words/days";
import { sideWords } from "../words/parties";
import { namesIn, personBlock } from "../words/person";
import { interpreterLines, signerLine } from "../words/signers";
import { asPaperParty } from "./agreement";

interface PoliceForm {
  matter: MatterFacts;
  facts: AgreementFacts;
  today: string;
}
const partWords: Record<ViolationPart, string> = { suspect: "违反治安管理行为人", injured: "被侵害人" };

/** The mediation agreement of the police (程序规定 178–185), in the words and particulars that were sent to sign. */
export function policeAgreementPaper({ matter, facts, today }: PoliceForm): Composed {
  const { agreement, police } = facts;
  const account = police?.account ?? null;
  const { people, parties, lacks } = partiesOf(matter, facts, today);
  const organ = account?.organ ?? police?.station ?? matter.station;
  const copies = copiesOf(parties, organ);
  return {
    paper: {
      kind: "policeAgreement",
      organisation: organ,
      title: "治安调解协议书",
      number: agreement.number ?? "",
      blocks: [
        fields(
          [
            field("主持人", orNone(police?.host ?? facts.mediator)),
            field("单位及职务", orNone(`${police?.station ?? matter.station}${police?.hostPost ?? ""}`)),
          ],
          [field("调解地点", orNone(police?.station ?? matter.station))],
          [field("其他在场人或见证人", orNone(account?.others))],
        ),
        ...people,
        heading("一、主要事实"),
        fields([field("时间", account && momentInWords(account.happenedAt)), field("地点", orNone(account?.place))]),
        longField("起因", orNone(account?.cause)),
        longField("经过", orNone(account?.course)),
        longField("情节", orNone(account?.circumstances)),
        longField("结果", orNone(account?.result)),
        heading("二、协议内容"),
        paragraph("经公安机关调解，各方自愿达成如下协议："),
        ...agreement.clauses.map((clause, i) => paragraph(`${i + 1}. ${clauseInWords(clause, parties)}`)),
        heading("三、履行方式和期限"),
        longField("履行方式", orNone(account?.performanceWay)),
        longField("履行期限", agreement.clauses.map((clause, i) => `第${i + 1}条：${dueInWords(clause)}`).join("\n")),
        paragraph(
          "协议履行后，公安机关对违反治安管理行为人不予处罚。不履行协议的，公安机关依法处理，当事人可以就民事争议依法向人民法院提起诉讼。",
        ),
        paragraph(`本协议一式${copies.count}份，当事人各执一份，公安机关留存一份。`),
        { kind: "signatures", rows: signatureRows(facts, parties) },
        { kind: "seal", organisation: organ, day: effectiveDay(facts), sealed: false },
      ],
      names: namesIn(parties, facts.mediator, police?.host, ...namesOf(facts)),
      copies,
      sides: "double",
    },
    lacks: [...(account ? [] : [{ code: "caseAccount" }]), ...sentLacks(facts), ...lacks],
  };
}

/**
 * The form of what was settled and performed on the spot (程序规定 178): a set of three bound by its own number, without a
 * dossier. Where the recording alone stands for it, that is what the paper says.
 */
export function onSpotPaper({ matter, facts, today }: PoliceForm): Composed {
  const { agreement, police } = facts;
  const spot = police?.onSpot ?? null;
  const { people, parties, lacks } = partiesOf(matter, facts, today);
  const organ = police?.station ?? matter.station;
  const copies = copiesOf(parties, organ);
  const officers = [police?.host ?? facts.mediator, spot?.secondOfficer ?? ""].filter(Boolean);
  return {
    paper: {
      kind: "onSpotAgreement",
      organisation: organ,
      title: "现场治安调解协议书",
      number: agreement.number ?? "",
      blocks: [
        ...people,
        fields(
          [field("时间", spot && momentInWords(spot.settledAt))],
          [field("地点", orNone(spot?.place))],
          [field("其他在场人或见证人", orNone(spot?.others))],
          [field("执法录音录像编号", orNone(spot?.recording))],
        ),
        longField("主要事实", orNone(agreement.facts)),
        heading("协议内容"),
        ...agreement.clauses.map((clause, i) => paragraph(`${i + 1}. ${clauseInWords(clause, parties)}`)),
        paragraph("以上协议已由各方当场履行完毕，公安机关对违反治安管理行为人不予处罚。"),
        paragraph(`本协议书一式${copies.count}份，当事人各执一份，公安机关留存一份。`),
        {
          kind: "signatures",
          rows: [
            ...parties.map((party) => partyRow(facts, party)),
            ...interpreterLines(facts.interpreters),
            ...officers.map((name) => signerLine({ role: "办案民警", name, fingerprint: false })),
          ],
        },
        { kind: "seal", organisation: organ, day: spot && dayInWords(dayOf(new Date(spot.settledAt))), sealed: false },
      ],
      names: namesIn(parties, ...officers, ...namesOf(facts)),
      copies,
      sides: "single",
    },
    lacks: [...(spot ? [] : [{ code: "onSpotForm" }]), ...lacks],
  };
}

function partiesOf(matter: MatterFacts, facts: AgreementFacts, today: string) {
  const sent = facts.agreement.sentToSignAt ?? facts.agreement.effectiveAt;
  const day = sent ? dayOf(new Date(sent)) : today;
  const parties = facts.parties.map((party) => withPolice(asPaperParty(party, matter.parties), facts.police));
  const found = parties.map((party) => {
    const parts = (facts.police?.people ?? []).filter(({ partyId }) => partyId === party.id);
    const said = parts.map(({ part }) => partWords[part]).join("、");
    return personBlock({
      role: said ? `${sideWords(party.side)}（${said}）` : sideWords(party.side),
      party,
      day,
      withId: true,
    });
  });
  return { parties, people: found.map((one): Block => one.block), lacks: found.flatMap((one) => one.lacks) };
}

/** The birthday and the workplace stand in the snapshot of the police, the rest in that of the agreement. */
function withPolice(party: PartyFacts, police: PoliceContent | null): PartyFacts {
  const kept = police?.particulars?.find(({ partyId }) => partyId === party.id);
  return kept ? { ...party, born: kept.bornOn ?? party.born, employer: kept.employer } : party;
}

const copiesOf = (parties: readonly PartyFacts[], organ: string): Copies => ({
  count: parties.length + 1,
  forWhom: [...parties.map(({ name }) => name), `${organ}（案卷）`],
});

const namesOf = ({ interpreters }: AgreementFacts): string[] => interpreters.map(({ name }) => name);

const sentLacks = ({ isSent, agreement }: AgreementFacts): Lack[] =>
  isSent && agreement.number ? [] : [{ code: "sentToSign" }];

const effectiveDay = ({ agreement }: AgreementFacts): string | null =>
  agreement.effectiveAt ? dayInWords(dayOf(new Date(agreement.effectiveAt))) : null;

function partyRow({ agreement }: AgreementFacts, party: PartyFacts): Signature {
  const sign = agreement.signatures.find(({ partyId }) => partyId === party.id);
  const guardian = party.needsGuardian ? party.links.find(({ kind }) => kind === "guardian")?.name : undefined;
  const signed = sign ? { day: dayInWords(dayOf(new Date(sign.signedAt))), means: sign.means } : null;
  return signerLine({
    role: sideWords(party.side),
    name: party.name,
    by: (sign ? sign.byLinkName : guardian) ?? null,
    signed,
  });
}

function signatureRows(facts: AgreementFacts, parties: readonly PartyFacts[]): Signature[] {
  const { signatures } = facts.agreement;
  const host = signatures.find(({ signerKind }) => signerKind === "mediator");
  const at = (sign: typeof host) =>
    sign ? { day: dayInWords(dayOf(new Date(sign.signedAt))), means: sign.means } : null;
  return [
    ...parties.map((party) => partyRow(facts, party)),
    ...interpreterLines(facts.interpreters),
    ...signatures
      .filter(({ signerKind }) => signerKind === "witness")
      .map((one) => signerLine({ role: "见证人", name: one.personName, signed: at(one), fingerprint: false })),
    signerLine({ role: "主持人", name: facts.police?.host ?? facts.mediator, signed: at(host), fingerprint: false }),
    ...(facts.assistantName ? [signerLine({ role: "记录人", name: facts.assistantName, fingerprint: false })] : []),
  ];
}
