import type { FileKind } from "@/db/vocabulary";
import type { Composed } from "../model";
import { field, fields, paragraph } from "../words/blocks";
import { dayInWords } from "../words/days";

export const fileKindWords: Record<FileKind, string> = { photo: "照片", audio: "录音", document: "书证" };

/** What the contents say of a file: that it is a paper of the dossier itself, signed, or what kind it is of. */
export const noteOfFile = ({ fileKind, isSigned }: { fileKind: FileKind; isSigned: boolean }): string =>
  isSigned ? "签署件" : fileKindWords[fileKind];

/** A file as the dossier names it. */
export interface NamedFile {
  title: string;
  kind: FileKind;
  bytes: number;
  sha256: string;
  addedOn: string;
  addedBy: string;
}

const kept = { count: 1, forWhom: ["入卷"] };
const inThousands = (bytes: number): string => String(bytes).replace(/\B(?=(\d{3})+$)/g, ",");

/** In the place of a file that has no pages: what it is, and by which value the original is known. */
export function standInPaper(file: NamedFile): Composed {
  return {
    paper: {
      kind: "evidence",
      organisation: null,
      title: "电子材料替代页",
      number: null,
      blocks: [
        paragraph("下列材料不能印在纸上，以电子文件保存在系统中，随卷移交。"),
        fields(
          [field("材料名称", file.title)],
          [field("种类", fileKindWords[file.kind]), field("大小", `${inThousands(file.bytes)} 字节`)],
          [field("收到日期", dayInWords(file.addedOn)), field("收到人", file.addedBy)],
          [field("校验值（SHA-256）", inLines(file.sha256, 24))],
        ),
      ],
      names: [file.addedBy],
      copies: kept,
      sides: "single",
    },
    lacks: [],
  };
}

/** The files of a dossier with the values by which anybody can tell that an electronic original is unchanged. */
export function fileHashesPaper(files: readonly NamedFile[]): Composed {
  return {
    paper: {
      kind: "evidence",
      organisation: null,
      title: "电子文件校验清单",
      number: null,
      blocks: [
        {
          kind: "table",
          columns: [
            { title: "序号", width: 0.08, align: "center" },
            { title: "材料名称", width: 0.3 },
            { title: "字节", width: 0.16, align: "right" },
            { title: "校验值（SHA-256）", width: 0.46 },
          ],
          rows: files.map((file, i) => [String(i + 1), file.title, inThousands(file.bytes), inLines(file.sha256, 24)]),
        },
      ],
      names: [],
      copies: kept,
      sides: "single",
    },
    lacks: [],
  };
}

/** In lines that fit, so that it can be compared by eye. */
const inLines = (sha256: string, width: number): string =>
  (sha256.match(new RegExp(`.{1,${width}}`, "g")) ?? []).join("\n");
