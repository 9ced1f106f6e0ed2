import type { FileFacts } from "../facts/files";
import type { LinkFacts, MatterFacts, PartyFacts } from "../facts/matter";
import type { Composed, Table, Value } from "../model";
import { byHand, sentence } from "../words/blocks";
import { linkWords, standingWords } from "../words/labels";
import { namesIn } from "../words/person";
import { signerLine } from "../words/signers";

/** Somebody whose identity the dossier shows, and by which papers. */
interface Shown {
  name: string;
  role: string;
  by: string;
}

/** The sheet in front of the copies of identity papers: of whom which are there, and who compared them with the originals. */
export function identityPaper({ matter, files }: { matter: MatterFacts; files: readonly FileFacts[] }): Composed {
  const shown = matter.parties.filter(({ isDeparted }) => !isDeparted).flatMap(shownOf);
  const copies = files.filter(({ paperKind }) => paperKind === "identity");
  const filed = ({ name }: Shown): Value => (copies.some(({ provider }) => provider === name) ? "已附" : byHand);
  const table: Table = {
    kind: "table",
    columns: [
      { title: "序号", width: 0.09, align: "center" },
      { title: "姓名或者名称", width: 0.25 },
      { title: "身份", width: 0.16, align: "center" },
      { title: "应附材料", width: 0.36 },
      { title: "是否附卷", width: 0.14, align: "center" },
    ],
    rows: shown.map((one, i) => [String(i + 1), one.name, one.role, one.by, filed(one)]),
  };
  return {
    paper: {
      kind: "identity",
      organisation: null,
      title: "身份证明材料核对表",
      number: null,
      blocks: [
        sentence("“{纠纷名称}”各方参加人的身份证明材料如下，复印件附后。", { 纠纷名称: matter.title }),
        table,
        sentence("上列复印件已与原件核对，核对无误。"),
        {
          kind: "signatures",
          rows: [signerLine({ role: "核对人", name: matter.proceeding?.lead ?? null, fingerprint: false })],
        },
      ],
      names: namesIn(matter.parties, matter.proceeding?.lead),
      copies: { count: 1, forWhom: [`${matter.committee}（入卷）`] },
      sides: "single",
    },
    lacks: [],
  };
}

/** A party and whoever acts for it. */
const shownOf = (party: PartyFacts): Shown[] => [
  { name: party.name, role: standingWords[party.standing], by: papersOfParty(party) },
  ...party.links
    .filter(({ kind, endedOn }) => endedOn === null && (kind === "agent" || kind === "guardian"))
    .map((link) => ({ name: link.name, role: linkWords[link.kind], by: papersOfLink(link) })),
];

function papersOfParty({ kind, isMinor }: PartyFacts): string {
  if (kind === "organisation") return "营业执照或者登记证书复印件、法定代表人身份证明";
  return isMinor ? "户口簿或者居民身份证复印件" : "居民身份证复印件";
}
const papersOfLink = ({ kind }: LinkFacts): string =>
  kind === "guardian" ? "居民身份证复印件、监护关系证明" : "居民身份证复印件、授权委托书";
