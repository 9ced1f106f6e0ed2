import type { AgreementFacts } from "../facts/agreement";
import type { MatterFacts } from "../facts/matter";
import type { Composed, Lack } from "../model";
import { byHand, field, fields, longField, orNone } from "../words/blocks";
import { dayInWords } from "../words/days";
import { typeWords } from "../words/labels";
import { namesIn } from "../words/person";
import { type KeptFor, keptInWords } from "../words/retention";
import { signerLine } from "../words/signers";

interface CoverForm {
  matter: MatterFacts;
  agreement: AgreementFacts | null;
  /** The day of the agreement, 'YYYY-MM-DD'; null where none was reached. */
  agreedOn: string | null;
  /** How long it is kept, with the last day where the archives have published the years; null before it is archived. */
  kept: KeptFor | null;
}
/** A line of the contents; pages are null while the dossier has not been numbered. */
export interface ContentsLine {
  title: string;
  from: number | null;
  to: number | null;
  note: string;
}

/** What contents and back say of the matter, which the worker still has when the pages are counted. */
type Numbered = Pick<MatterFacts, "proceeding">;
const filed = ({ proceeding }: Numbered): Lack[] => (proceeding?.dossierNumber ? [] : [{ code: "archive" }]);
const bodyOf = (matter: MatterFacts): string =>
  matter.proceeding?.track === "publicSecurity" ? matter.station : matter.committee;

/** The cover: whose dossier, its number, who mediated from when to when, who filed it, and how long it is kept. */
export function coverPaper({ matter, agreement, agreedOn, kept }: CoverForm): Composed {
  const { proceeding } = matter;
  const until = agreedOn ?? proceeding?.endedOn ?? null;
  const [mediator, assistant] = [
    agreement?.mediator ?? proceeding?.lead,
    agreement?.assistantName ?? proceeding?.assistant,
  ];
  const from = proceeding ? dayInWords(proceeding.acceptedOn) : "／";
  return {
    paper: {
      kind: "cover",
      organisation: bodyOf(matter),
      title: "调解卷宗",
      number: null,
      blocks: [
        fields(
          [field("卷名", nameOf(matter))],
          [field("卷号", proceeding?.dossierNumber ?? byHand)],
          [field("调解员", [mediator, assistant].filter(Boolean).join("、") || byHand)],
          [field("调解日期", `自${from}至${until ? dayInWords(until) : "／"}`)],
          [field("立卷人", proceeding?.archivedBy ?? byHand)],
          [field("立卷日期", proceeding?.archivedOn ? dayInWords(proceeding.archivedOn) : byHand)],
          [field("保管期限", kept ? keptInWords(kept) : byHand)],
          [field("备注", null)],
        ),
      ],
      names: namesIn(matter.parties, mediator, assistant, proceeding?.archivedBy),
      copies: { count: 1, forWhom: ["入卷"] },
      sides: "single",
      isCover: true,
    },
    lacks: filed(matter),
  };
}

/** Parties and type; from four on the first of each side stand for it. */
function nameOf({ parties, type }: MatterFacts): string {
  const there = parties.filter(({ isDeparted }) => !isDeparted);
  const firsts = [...new Set(there.map(({ side }) => side))].map((side) => {
    const members = there.filter((party) => party.side === side);
    const [first] = members;
    return members.length > 1 ? `${first?.name}等${members.length}人` : (first?.name ?? "");
  });
  return `${firsts.join("与")}${typeWords[type]}`;
}

/** What lies in the dossier and on which pages. */
export function contentsPaper({ matter, lines }: { matter: Numbered; lines: readonly ContentsLine[] }): Composed {
  const page = (number: number | null) => (number === null ? byHand : String(number));
  return {
    paper: {
      kind: "contents",
      organisation: null,
      title: "卷内目录",
      number: null,
      blocks: [
        fields([field("卷号", matter.proceeding?.dossierNumber ?? byHand)]),
        {
          kind: "table",
          columns: [
            { title: "序号", width: 0.08, align: "center" },
            { title: "材料名称", width: 0.52 },
            { title: "起始页", width: 0.11, align: "center" },
            { title: "终止页", width: 0.11, align: "center" },
            { title: "备注", width: 0.18 },
          ],
          rows: lines.map(({ title, from, to, note }, i) => [String(i + 1), title, page(from), page(to), orNone(note)]),
        },
      ],
      names: [],
      copies: { count: 1, forWhom: ["入卷"] },
      sides: "single",
    },
    lacks: lines.length > 0 ? [] : [{ code: "contents" }],
  };
}

/** Inside the back: how many sheets and numbered pages, who filed and who checked it. */
export function backPaper({
  matter,
  bound,
}: {
  matter: Numbered;
  bound: { sheets: number; pages: number } | null;
}): Composed {
  const { proceeding } = matter;
  return {
    paper: {
      kind: "back",
      organisation: null,
      title: "卷宗封底",
      number: null,
      blocks: [
        fields(
          [field("本卷共计", bound === null ? byHand : `${bound.sheets}张，${bound.pages}页`)],
          [field("立卷人", proceeding?.archivedBy ?? byHand), field("检查人", byHand)],
          [field("立卷日期", proceeding?.archivedOn ? dayInWords(proceeding.archivedOn) : byHand)],
        ),
      ],
      names: namesIn([], proceeding?.archivedBy),
      copies: { count: 1, forWhom: ["入卷"] },
      sides: "single",
    },
    lacks: filed(matter),
  };
}

/** What is odd about the dossier, written by whoever files it: missing, damaged, added later, the original elsewhere. */
export function situationPaper({ matter, missing }: { matter: MatterFacts; missing: readonly string[] }): Composed {
  const { proceeding } = matter;
  return {
    paper: {
      kind: "situation",
      organisation: bodyOf(matter),
      title: "卷宗情况说明",
      number: null,
      blocks: [
        fields([field("卷号", proceeding?.dossierNumber ?? byHand)], [field("卷名", nameOf(matter))]),
        longField("缺少的材料", missing.join("、") || null),
        longField("缺少的原因", missing.length > 0 ? { lines: 3 } : null),
        longField("破损、补充及原件存放情况", { lines: 4 }),
        {
          kind: "signatures",
          rows: [
            signerLine({ role: "立卷人", name: proceeding?.archivedBy ?? null, fingerprint: false }),
            signerLine({ role: "检查人", name: null, fingerprint: false }),
          ],
        },
      ],
      names: namesIn(matter.parties, proceeding?.archivedBy),
      copies: { count: 1, forWhom: ["入卷"] },
      sides: "single",
    },
    lacks: [],
  };
}
