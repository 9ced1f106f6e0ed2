import type { PaperKind } from "@/db/vocabulary";
import { invalid } from "../../kernel/problem";
import { sheetOf } from "../draw/sheet";
import { commonFields, type FieldData, type FieldValue, fieldsOf } from "./named-parts";
import { samplePapers } from "./sample-papers";
import { filledTemplate, type UsedFields, usedFields } from "./template-file";
import { hasTemplates, type TemplateKind } from "./template-kinds";
import { wordsOfWord } from "./words-of-word";

/** The facts of the invented papers of a kind: the first is what a preview shows, all together tell which fields there are. */
export function sampleFields(kind: TemplateKind): readonly FieldData[] {
  const fields = composed.get(kind) ?? samplePapers[kind]().map((paper) => fieldsOf(sheetOf(paper)));
  composed.set(kind, fields);
  return fields;
}
/** Invented papers never change: they are composed once, and not for every paper that is asked for. */
const composed = new Map<TemplateKind, readonly FieldData[]>();

/** A template filled with what nobody has said. */
export const previewOf = (kind: TemplateKind, bytes: Buffer): Buffer =>
  filledTemplate(bytes, { ...sampleFields(kind)[0], [commonFields.copyNote]: copySample });
const copySample = "本件为文书副本，内容以加盖印章的原件为准。（示例）";

/**
 * Which fields a template uses, each once. Refused by name are a field that the paper does not have (templateFieldUnknown), a loop or
 * brace without its end, and a template whose result would not say that it is a copy (templateFieldMissing).
 */
export function checkTemplate(kind: TemplateKind, bytes: Buffer): string[] {
  const used = usedFields(bytes);
  const samples = sampleFields(kind);
  const unknown = [...new Set(unknownIn(used, samples, []))];
  if (unknown.length > 0)
    throw invalid("templateFieldUnknown", { field: unknown.slice(0, 10).join("、").slice(0, 200) });
  if (!wordsOfWord(previewOf(kind, bytes)).includes(copySample))
    throw invalid("templateFieldMissing", { field: commonFields.copyNote });
  return namesOf(used);
}

/** Whether a template that was taken before still fits what the paper says today. */
export const fits = (kind: PaperKind, fields: readonly string[]): boolean => {
  if (!hasTemplates(kind)) return false;
  const known = new Set(sampleFields(kind).flatMap(allNames));
  return fields.every((name) => known.has(name));
};

/** Names that neither stand in this loop nor around it. A loop within itself would print everything many times over. */
function unknownIn(used: UsedFields, here: readonly FieldData[], around: readonly FieldData[]): string[] {
  return Object.entries(used).flatMap(([name, inner]) => {
    const values = [...here, ...around].flatMap((data) => (Object.hasOwn(data, name) ? [data[name]] : []));
    if (name === "." ? !here.some((one) => "." in one) : values.length === 0) return [name || "{}"];
    const ownValues = here.flatMap((data) => (Object.hasOwn(data, name) ? [data[name]] : []));
    const items = ownValues.flatMap(itemsOf);
    if (Object.keys(inner).length === 0) return [];
    // A loop of the paper itself may stand in a condition, never in another loop.
    return items.length === 0 && around.length > 0 ? [name] : unknownIn(inner, items, [...here, ...around]);
  });
}

/** What stands in a loop; a text is a condition, in which the fields around it hold. */
const itemsOf = (value: FieldValue | undefined): FieldData[] =>
  typeof value === "string" || value === undefined
    ? [{}]
    : value.map((item) => (typeof item === "string" ? { ".": item } : item));

const namesOf = (used: UsedFields): string[] => [
  ...new Set(Object.entries(used).flatMap(([name, inner]) => [name, ...namesOf(inner)])),
];

const allNames = (data: FieldData): string[] =>
  Object.entries(data).flatMap(([name, value]) => [name, ...itemsOf(value).flatMap(allNames)]);
