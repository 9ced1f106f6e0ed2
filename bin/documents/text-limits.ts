import path from "node:path";
import * as z from "zod";
import { sourceFiles, textOf } from "../checks/source-files.mjs";
import { root } from "../operation/checkout/paths.mjs";

/** One file for each module: a page carries a file whole, whatever it takes from it. */
const folder = "app/_ui/limits";
/** As the formatter breaks lines. */
const longestLine = 120;
const head = `// Written by \`npm run docs\`: the most characters that an input of the module takes in each of its texts.
`;

/**
 * The limits of the inputs that pages import from there: the text of each file by its path. A form imports \`<input>Limits\`
 * without "Input" from the file of its module; so no form repeats a number of the server, and no page carries the schemas.
 */
export async function textLimitsSources(): Promise<Record<string, string>> {
  const wanted = wantedBy(sourceFiles(/\.tsx?$/, "app").map(textOf));
  const written = await Promise.all(
    [...wanted].map(async ([module, titles]) => [`${folder}/${module}.ts`, await sourceOf(module, titles)] as const),
  );
  return Object.fromEntries(written);
}

async function sourceOf(module: string, titles: readonly string[]): Promise<string> {
  const inputs = (await import(path.join(root, "server", module, "inputs.ts"))) as Record<string, unknown>;
  const known = new Map(Object.entries(inputs).map(([name, schema]) => [titleOf(name), schema]));
  const parts = titles.map((title) => {
    const schema = known.get(title);
    if (!(schema instanceof z.ZodObject))
      throw new Error(`a page asks for ${title}, but no input of server/${module}/inputs.ts has that name`);
    const limits = Object.entries(limitsOf(schema)).map(([field, most]) => `${field}: ${most}`);
    const line = `export const ${title} = { ${limits.join(", ")} } as const;`;
    return line.length > longestLine
      ? `export const ${title} = {\n${limits.map((limit) => `  ${limit},\n`).join("")}} as const;\n`
      : `${line}\n`;
  });
  return `${head}\n${parts.join("")}`;
}

/** The most characters of each text of an input that has such a limit, however the text may be left out. */
export function limitsOf(schema: z.ZodObject): Record<string, number> {
  const limits: Record<string, number> = {};
  for (const [field, kind] of Object.entries(schema.shape)) {
    const { maxLength } = inner(kind) as { maxLength?: number | null };
    if (typeof maxLength === "number") limits[field] = maxLength;
  }
  return limits;
}

const titleOf = (input: string) => `${input.replace(/Input$/, "")}Limits`;

/** The names that pages import, by module. */
function wantedBy(texts: readonly string[]): Map<string, string[]> {
  const wanted = new Map<string, Set<string>>();
  const imports = new RegExp(`import \\{([^}]*)\\} from "@/${folder}/([\\w-]+)"`, "g");
  for (const text of texts)
    for (const [, names = "", module = ""] of text.matchAll(imports))
      wanted.set(module, new Set([...(wanted.get(module) ?? []), ...(names.match(/\w+/g) ?? [])]));
  return new Map([...wanted].sort().map(([module, names]) => [module, [...names].sort()]));
}

/** The schema inside an optional field or one with a default. */
function inner(kind: unknown): unknown {
  const wrapped = kind as { unwrap?: () => unknown };
  return typeof wrapped.unwrap === "function" ? inner(wrapped.unwrap()) : kind;
}
