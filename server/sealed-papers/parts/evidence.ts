import { dayOf, timeOf } from "../../kernel/shanghai";
import type { AgreementFacts } from "../../papers/facts/agreement";
import type { Block, Paper, Value } from "../../papers/model";
import { field, fields, heading, paragraph } from "../../papers/words/blocks";
import { dayInWords, momentInWords } from "../../papers/words/days";
import { meansWords } from "../../papers/words/labels";
import { sideWords } from "../../papers/words/parties";
import { interpreterRoles } from "../../papers/words/signers";
import type { InterpreterSigned, Sealing, SignedBy } from "./sealing";

type SealedFacts = Pick<AgreementFacts, "parties" | "mediator" | "committeeName"> & {
  agreement: Pick<AgreementFacts["agreement"], "number" | "signatures">;
};

interface Sealed {
  paper: Paper;
  facts: SealedFacts;
  sealing: Sealing;
  /** As it is printed, with its dashes. */
  code: string;
  /** The address of this installation, without a slash at its end. */
  baseUrl: string;
}

/** The agreement as it was sealed: with the check code under each page and, behind it, who signed when and how. */
export function withEvidence({ paper, facts, sealing, code, baseUrl }: Sealed): Paper {
  const address = `${baseUrl}/verify`;
  const helped = sealing.interpreters.filter((one) => !one.isAgain);
  const signers = [
    ...sealing.signatures.map((one) => ({ ...signerOf(one, facts), at: one.signedAt })),
    ...helped.map((one) => ({ ...interpreterOf(one), at: one.signedAt })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const blocks: Block[] = [
    { kind: "newPage" },
    heading("签署与盖章记录"),
    paragraph(
      "本页由系统在加盖印章时生成，与前面的协议书是同一份文件。文件由调解委员会的数字证书签名，加盖印章之后的任何改动都能查出。",
    ),
    fields(
      [field("协议编号", facts.agreement.number)],
      [field("送交签署", whenInWords(sealing.sentToSignAt))],
      [field("加盖印章", whenInWords(sealing.sealedAt))],
      [field("盖章单位", facts.committeeName)],
      [field("经办人", sealing.sealerName)],
      [field("签署内容摘要（SHA-256）", sealing.hash.replace(/.{8}(?=.)/g, "$& "))],
    ),
    {
      kind: "table",
      columns: [
        { title: "签署人", width: 0.3 },
        { title: "身份", width: 0.16, align: "center" },
        { title: "方式", width: 0.24, align: "center" },
        { title: "时间", width: 0.3, align: "center" },
      ],
      rows: signers.map(({ who, role, how, when }): Value[] => [who, role, how, when]),
    },
    { kind: "qrCode", content: `${address}?code=${code}`, lines: [`核验码：${code}`, `核验网址：${address}`] },
  ];
  return {
    ...paper,
    foot: `核验码 ${code}`,
    blocks: [...paper.blocks, ...blocks],
    names: [
      ...new Set([
        ...paper.names,
        sealing.sealerName,
        ...[...sealing.signatures, ...sealing.interpreters].map(({ recordedBy }) => recordedBy),
      ]),
    ],
  };
}

interface EvidenceRow {
  who: string;
  role: string;
  how: string;
  when: string;
}

function signerOf(one: SignedBy, { agreement, parties, mediator }: SealedFacts): EvidenceRow {
  const sign = agreement.signatures.find(({ id }) => id === one.id);
  const party = parties.find(({ id }) => id === sign?.partyId);
  const by = sign?.byLinkName ? `（由${sign.byLinkName}代为签署）` : "";
  const named = { party: party?.name ?? "", mediator: sign?.personName ?? mediator, witness: sign?.personName ?? "" };
  const roles = { party: party ? sideWords(party.side) : "", mediator: "人民调解员", witness: "在场人" };
  const how = howInWords(one);
  return {
    who: `${named[one.signerKind]}${by}`,
    role: roles[one.signerKind],
    how: one.signerKind === "mediator" || one.isByLink ? how : `${how}，由${one.recordedBy}核对登记`,
    when: whenInWords(one.signedAt),
  };
}

const howInWords = ({
  strokes,
  isByLink,
  means,
}: Pick<InterpreterSigned, "strokes" | "isByLink" | "means">): string => {
  if (!means) return "向当事人宣读";
  if (!strokes) return `在纸上${meansWords[means]}`;
  return isByLink ? "在本人手机上手写签名，已核对预留号码后四位" : "在屏幕上手写签名";
};

const interpreterOf = (one: InterpreterSigned): EvidenceRow => ({
  who: one.name,
  role: interpreterRoles[one.kind],
  how: one.isByLink ? howInWords(one) : `${howInWords(one)}，由${one.recordedBy}核对登记`,
  when: whenInWords(one.signedAt),
});

/** Of what was entered for an earlier day only the day is known: it stands as its midnight. */
function whenInWords(iso: string): string {
  const at = new Date(iso);
  return timeOf(at) === "00:00" ? dayInWords(dayOf(at)) : momentInWords(iso);
}
