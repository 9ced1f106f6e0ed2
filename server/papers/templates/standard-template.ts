import { AlignmentType } from "docx";
import type { Sheet } from "../draw/sheet";
import { packWord } from "../draw/word";
import { type Drawn, fieldTables, signature, signatureNote, wordPart } from "../draw/word-parts";
import { line, twips } from "../draw/word-pieces";
import { commonFields, type NamedPart, namedParts } from "./named-parts";

const field = (name: string) => `{${name}}`;

/** Our own template of a paper, as a station begins with it: what the paper says, with a field for every fact. */
export function standardTemplate(sheet: Sheet): Promise<Buffer> {
  return packWord({
    title: sheet.title,
    sides: sheet.sides,
    isCover: sheet.isCover,
    notes: [field(commonFields.copyNote)],
    organisation: sheet.organisation === null ? null : field(commonFields.organisation),
    number: sheet.number === null ? null : field(commonFields.number),
    body: namedParts(sheet).flatMap(templatePart),
  });
}

function templatePart(named: NamedPart): Drawn[] {
  if (named.name === null) return unnamed(named.part);
  switch (named.is) {
    case "several":
      return looped(named.name, namedParts({ parts: named.items[0] ?? [] }).flatMap(templatePart));
    case "texts":
      return looped(named.name, textLine(named.parts[0]));
    case "people":
      return looped(named.name, [
        line(field("称谓"), { keepNext: true }),
        ...looped("栏目", [
          ...looped(
            "并列",
            fieldTables([[left, { label: field("右栏名"), value: field("右内容") }]], { wide: twips(102) }),
          ),
          line("{^并列}"),
          ...fieldTables([[left]], { wide: twips(152) }),
          line("{/并列}"),
        ]),
      ]);
    case "rows": {
      const { columns } = named.part;
      const cells = columns.map(({ title }) => field(title));
      const [first = "", ...rest] = cells;
      const row =
        rest.length === 0 ? [`{#${named.name}}${first}{/${named.name}}`] : [`{#${named.name}}${first}`, ...rest];
      if (rest.length > 0) row[row.length - 1] += `{/${named.name}}`;
      return wordPart({ ...named.part, rows: [row] });
    }
    case "signatures": {
      const one = { label: field("签名栏"), strokes: null, day: field("签名日期"), note: null };
      const rows = looped(named.name, [
        ...looped("指印", signature({ ...one, fingerprint: field("指印") })),
        line("{^指印}"),
        ...signature({ ...one, fingerprint: null }),
        line("{/指印}"),
        ...looped("签名备注", [signatureNote(field("签名备注"))]),
      ]);
      return named.part.is === "receipt" ? [...wordPart({ ...named.part, rows: [] }), ...rows] : rows;
    }
    case "long":
      return [
        line(named.part.label, { keepNext: true }),
        ...looped(named.name, [line(field("."), { indent: true, alignment: AlignmentType.BOTH })]),
      ];
  }
}

const left = { label: field("栏名"), value: field("内容") };

/** Lines that hold a loop's beginning or end alone are not in the paper. */
const looped = (name: string, inner: Drawn[]): Drawn[] => [line(`{#${name}}`), ...inner, line(`{/${name}}`)];

const textLine = (part: Extract<Sheet["parts"][number], { is: "paragraph" }> | undefined): Drawn[] =>
  part ? wordPart({ ...part, lines: [field(".")] }) : [];

function unnamed(part: Sheet["parts"][number]): Drawn[] {
  if (part.is === "paragraph") return wordPart({ ...part, lines: [part.pattern?.text ?? ""] });
  if (part.is === "fields")
    return wordPart({
      ...part,
      rows: part.rows.map((row) => row.map(({ label }) => ({ label, value: field(label.replace(/：$/, "")) }))),
    });
  if (part.is === "seal")
    return wordPart({ ...part, organisation: field(commonFields.sealedBy), day: field(commonFields.sealedOn) });
  return wordPart(part);
}
