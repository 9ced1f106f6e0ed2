import type { Paper } from "../model";
import { byHand, field, fields } from "../words/blocks";
import { dayInWords } from "../words/days";
import { classInWords, type KeptFor } from "../words/retention";
import { signerLine } from "../words/signers";

/** A dossier on the list. Days are 'YYYY-MM-DD'. */
export interface DepositedFacts {
  dossierNumber: string;
  title: string;
  archivedOn: string;
  kept: KeptFor;
  /** Null where it was never bound as one file: they are counted and written in by hand. */
  pages: number | null;
}
interface DepositForm {
  year: number;
  ordinal: number;
  committee: string;
  recipient: string;
  location: string;
  depositedOn: string;
  dossiers: readonly DepositedFacts[];
}

/**
 * The list with which archived dossiers go from a committee to an archive: each with its number, name, class and pages; both
 * sides sign and keep one. It is of no single matter, and so no paper of a dossier.
 */
export function depositPaper({ dossiers, ...form }: DepositForm): Omit<Paper, "kind"> {
  const { year, ordinal, committee, recipient, location, depositedOn } = form;
  const counted = dossiers.every(({ pages }) => pages !== null);
  const pages = dossiers.reduce((sum, one) => sum + (one.pages ?? 0), 0);
  return {
    organisation: null,
    title: "调解卷宗移交清单",
    number: `（${year}）第 ${ordinal} 号`,
    blocks: [
      fields(
        [field("移交单位", committee)],
        [field("接收单位", recipient)],
        [field("存放地点", location)],
        [field("移交日期", dayInWords(depositedOn))],
        [field("卷宗数", `${dossiers.length}卷`), field("总页数", counted ? `${pages}页` : byHand)],
      ),
      {
        kind: "table",
        columns: [
          { title: "序号", width: 0.09, align: "center" },
          { title: "年度", width: 0.1, align: "center" },
          { title: "卷号", width: 0.23 },
          { title: "卷名", width: 0.32 },
          { title: "保管期限", width: 0.16 },
          { title: "页数", width: 0.1, align: "center" },
        ],
        rows: dossiers.map((one, i) => [
          ...[String(i + 1), one.archivedOn.slice(0, 4), one.dossierNumber, one.title, classInWords(one.kept)],
          one.pages === null ? byHand : String(one.pages),
        ]),
      },
      {
        kind: "signatures",
        rows: ["移交人", "移交单位（盖章）", "接收人", "接收单位（盖章）", "监交人"].map((role) =>
          signerLine({ role, name: null, fingerprint: false }),
        ),
      },
    ],
    names: [],
    copies: { count: 2, forWhom: [committee, recipient] },
    sides: "double",
  };
}
