import type { Part, Sheet } from "../draw/sheet";

/** What the fields of a template stand for: a text, or what a loop goes through. */
export type FieldValue = string | readonly string[] | readonly FieldData[];
export interface FieldData {
  readonly [name: string]: FieldValue;
}

/** A part of a sheet, or a stretch of like parts, with the field that holds it. */
export type NamedPart =
  | { name: null; part: Part }
  | { name: string; is: "texts"; parts: Extract<Part, { is: "paragraph" }>[] }
  | { name: string; is: "people"; parts: Extract<Part, { is: "person" }>[] }
  | { name: string; is: "rows"; part: Extract<Part, { is: "table" }> }
  | { name: string; is: "signatures"; part: Extract<Part, { is: "signatures" | "receipt" }> }
  | { name: string; is: "long"; part: Extract<Part, { is: "long" }> }
  | { name: string; is: "several"; items: Part[][] };

/** Fields that every paper has, whatever its form. */
export const commonFields = {
  organisation: "单位",
  title: "标题",
  number: "编号",
  copyNote: "副本说明",
  sealedBy: "盖章单位",
  sealedOn: "盖章日期",
} as const;

/** What a form calls its blocks, as fields are called: a heading without its mark, a label without its colon. */
const bare = (text: string) =>
  text
    .replace(/^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.\s*)/, "")
    .replace(/：$/, "")
    .trim();

/**
 * The parts of a sheet with their fields, in order. Sentences with facts in them, headings, filled lines and the seal name
 * theirs by themselves; paragraphs of a heading, people, rows and signatures are loops, a second of one name with a 2. What
 * stands once for each of several is a loop around the fields of one.
 */
export function namedParts({ parts }: Pick<Sheet, "parts">): NamedPart[] {
  const taken = new Map<string, number>();
  const once = (name: string) => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? name : `${name}${count}`;
  };
  const named: NamedPart[] = [];
  let section = "";
  for (const whole of parts) {
    const last = named.at(-1);
    const { of, ...part } = whole;
    if (of) {
      const items = last?.name === of.name && last.is === "several" ? last.items : [];
      if (items.length === 0) named.push({ name: of.name, is: "several", items });
      const item = items[of.item] ?? [];
      items[of.item] = [...item, part];
      continue;
    }
    if (part.is === "heading") section = bare(part.text);
    if (part.is === "paragraph" && !part.pattern) {
      if (last?.name && last.is === "texts") last.parts.push(part);
      else named.push({ name: once(section || "正文"), is: "texts", parts: [part] });
    } else if (part.is === "person") {
      if (last?.name && last.is === "people") last.parts.push(part);
      else named.push({ name: once("当事人"), is: "people", parts: [part] });
    } else if (part.is === "table") named.push({ name: once("表格行"), is: "rows", part });
    else if (part.is === "signatures") named.push({ name: once("签名"), is: "signatures", part });
    else if (part.is === "receipt") named.push({ name: once("回执签名"), is: "signatures", part });
    else if (part.is === "long") named.push({ name: once(bare(part.label)), is: "long", part });
    else named.push({ name: null, part });
  }
  return named;
}

/** What each field of a sheet holds. */
export function fieldsOf(sheet: Sheet): FieldData {
  const data: FieldData = {
    [commonFields.organisation]: sheet.organisation ?? "",
    [commonFields.title]: sheet.title,
    [commonFields.number]: sheet.number ?? "",
    [commonFields.copyNote]: [sheet.foot, sheet.copyNote].filter(Boolean).join("\n"),
  };
  return { ...data, ...fieldsOfParts(sheet) };
}

function fieldsOfParts(of: Pick<Sheet, "parts">): FieldData {
  const data: Record<string, FieldValue> = {};
  for (const named of namedParts(of)) {
    if (named.name === null) Object.assign(data, ofPart(named.part));
    else data[named.name] = looped(named);
  }
  return data;
}

function ofPart(part: Part): FieldData {
  if (part.is === "paragraph") return part.pattern?.facts ?? {};
  if (part.is === "fields") return Object.fromEntries(part.rows.flat().map(({ label, value }) => [bare(label), value]));
  if (part.is === "seal") return { [commonFields.sealedBy]: part.organisation, [commonFields.sealedOn]: part.day };
  if (part.is === "qrCode") return { 说明: part.lines };
  return {};
}

function looped(named: Exclude<NamedPart, { name: null }>): FieldValue {
  switch (named.is) {
    case "texts":
      return named.parts.flatMap(({ lines }) => lines);
    case "people":
      return named.parts.map(({ role, rows }) => {
        const lines = rows.flat();
        return {
          称谓: role,
          ...Object.fromEntries(lines.map(({ label, value }) => [bare(label), value])),
          // Two short ones stand beside each other, as our own file has them.
          栏目: rows.map(([left, right]) => ({
            ...{ 栏名: left?.label ?? "", 内容: left?.value ?? "" },
            ...{ 并列: right ? "是" : "", 右栏名: right?.label ?? "", 右内容: right?.value ?? "" },
          })),
        };
      });
    case "rows":
      return named.part.rows.map((row) =>
        Object.fromEntries(named.part.columns.map(({ title }, i) => [title, row[i] ?? ""])),
      );
    case "signatures":
      return named.part.rows.map(({ label, fingerprint, day, note }) => ({
        ...{ 签名栏: label, 指印: fingerprint ?? "", 签名日期: day, 签名备注: note ?? "" },
      }));
    case "long":
      return [...named.part.lines, ...Array.from({ length: named.part.blanks }, () => "")];
    case "several":
      return named.items.map((parts) => fieldsOfParts({ parts }));
  }
}
