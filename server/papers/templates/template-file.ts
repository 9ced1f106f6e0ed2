import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { invalid } from "../../kernel/problem";
import type { FieldData } from "./named-parts";

/** Fields as a template uses them: of a loop, or of nothing. */
export interface UsedFields {
  [name: string]: UsedFields;
}
/** Most fields of one template, and most loops within loops. */
const most = { fields: 400, depth: 3 } as const;

/** What does not apply is said, never left open; a loop over nothing prints nothing. */
const nullGetter = ({ module }: { module?: string }) => (module ? "" : "／");

/** The fact of a name and nothing else: no program, and none of what every object inherits. A dot is the text of a loop. */
const parser = (tag: string) => ({
  get: (scope: unknown): unknown => {
    const name = tag.trim();
    if (name === ".") return scope;
    return typeof scope === "object" && scope !== null && Object.hasOwn(scope, name)
      ? (scope as Record<string, unknown>)[name]
      : undefined;
  },
});

/** Faults of a template that a person can mend; the field is what stands between the braces. */
const faults: Readonly<Record<string, string>> = {
  unclosed_loop: "templateLoopOpen",
  unopened_loop: "templateLoopOpen",
  closing_tag_does_not_match_opening_tag: "templateLoopOpen",
  no_section_closing: "templateLoopOpen",
};

/**
 * A template of fields in braces, taken apart by docxtemplater, which runs nothing of it. Refused by the words beside the fault: an
 * open brace or a loop without its end, also where Word has spread them over several runs.
 */
function opened(bytes: Buffer): { template: Docxtemplater; placed: Placed[] } {
  const placed: Placed[] = [];
  const watch = {
    name: "fields",
    set: ({ inspect }: { inspect?: { postparsed?: Placed[] } }) => void placed.push(...(inspect?.postparsed ?? [])),
  };
  try {
    const options = {
      paragraphLoop: true,
      linebreaks: true,
      parser,
      nullGetter,
      modules: [watch],
      errorLogging: false,
    };
    return { template: new Docxtemplater(new PizZip(bytes), options), placed };
  } catch (error) {
    throw brokenBy(error) ?? error;
  }
}

/** A piece of a template: a field where it says so, with what stands in its loop. */
interface Placed {
  type: string;
  value: string;
  module?: string;
  subparsed?: Placed[];
}
interface TemplateError {
  properties?: {
    id?: string;
    xtag?: string;
    openingtag?: string;
    context?: string;
    errors?: TemplateError[];
  };
}

/** The refusal of what docxtemplater found; null for what is no fault of the template. */
function brokenBy(error: unknown) {
  const { properties } = error as TemplateError;
  const found = (properties?.errors ?? [error as TemplateError]).flatMap((one) => one.properties ?? []);
  const [first] = found;
  if (!first?.id) return null;
  const field = [...new Set(found.flatMap(({ xtag, openingtag, context }) => xtag || openingtag || context || []))]
    .slice(0, 5)
    .join("、");
  return invalid(faults[first.id] ?? "templateBroken", { field: field.slice(0, 80) || "{" });
}

/** Which fields a template uses, loop by loop. */
export function usedFields(bytes: Buffer): UsedFields {
  let count = 0;
  const walk = (list: readonly Placed[], depth: number): UsedFields => {
    // Without what every object inherits, so that a field of such a name is one.
    const used: UsedFields = Object.create(null);
    for (const { value, module, subparsed } of list.filter(({ type }) => type === "placeholder")) {
      count += 1;
      if (count > most.fields || depth > most.depth) throw invalid("templateTooLarge", { ...most });
      // A field that puts XML into the file would take it from what parties said.
      if (module && module !== "loop") throw invalid("templateBroken", { field: value.slice(0, 80) });
      const name = value.trim();
      used[name] = { ...used[name], ...(module ? walk(subparsed ?? [], depth + 1) : {}) };
    }
    return used;
  };
  return walk(opened(bytes).placed, 0);
}

/** The paper: the template with the facts in its fields. */
export function filledTemplate(bytes: Buffer, data: FieldData): Buffer {
  const { template } = opened(bytes);
  template.render(data);
  return template.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}
