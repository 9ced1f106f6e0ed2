import type { FileFacts } from "../facts/files";
import type { MatterFacts } from "../facts/matter";
import type { Composed } from "../model";
import { byHand, field, fields } from "../words/blocks";
import { dayInWords } from "../words/days";
import { namesIn } from "../words/person";
import { signerLine } from "../words/signers";
import { fileKindWords } from "./bound-files";

/** The list of what was handed in. What nobody said of an original or of who gave it is written in by hand. */
export function evidencePaper({ matter, files }: { matter: MatterFacts; files: readonly FileFacts[] }): Composed {
  const receivers = [...new Set(files.map(({ addedBy }) => addedBy))];
  return {
    paper: {
      kind: "evidence",
      organisation: matter.committee,
      title: "证据材料清单",
      number: null,
      blocks: [
        fields([field("纠纷名称", matter.title)]),
        {
          kind: "table",
          columns: [
            { title: "序号", width: 0.07, align: "center" },
            { title: "名称", width: 0.25 },
            { title: "种类", width: 0.09, align: "center" },
            { title: "原件或复印件", width: 0.13, align: "center" },
            { title: "页数", width: 0.08, align: "center" },
            { title: "提供人", width: 0.14, align: "center" },
            { title: "收到日期", width: 0.24, align: "center" },
          ],
          rows: files.map((file, i) => [
            String(i + 1),
            file.name,
            fileKindWords[file.kind],
            file.isOriginal === null ? byHand : file.isOriginal ? "原件" : "复印件",
            byHand,
            file.provider ?? byHand,
            dayInWords(file.addedOn),
          ]),
        },
        {
          kind: "signatures",
          rows: [
            signerLine({ role: "提供人", name: null }),
            ...receivers.map((name) => signerLine({ role: "接收人", name, fingerprint: false })),
          ],
        },
      ],
      names: namesIn([], ...receivers),
      copies: { count: 2, forWhom: ["提供人", `${matter.committee}（入卷）`] },
      sides: "single",
    },
    lacks: files.length > 0 ? [] : [{ code: "files" }],
  };
}
