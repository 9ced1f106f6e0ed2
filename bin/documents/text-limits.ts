import path from "node:path";
import * as z from "zod";
import { sourceFiles, textOf } from "../checks/source-files.mjs";
import { root } from "../operation/checkout/paths.mjs";

const place = "app/_ui/fields/text-limits";
/** As the formatter breaks lines. */
const longestLine = 120;
const head = `// Written by \`npm run docs\` from server/<module>/inputs.ts: the most characters that an input takes in each of its texts.
// Import what a form needs, as \`<input>Limits\` without "Input", and run it. So no form repeats a number of the server,
// and no page carries the schemas.
`;

/** The limits of the inputs that pages import from there. */
export async function textLimitsSource(): Promise<string> {
  const wanted = wantedBy(sourceFiles(/\.tsx?$/, "app").map(textOf));
  const known = new Map<string, z.ZodObject>();
  for (const file of sourceFiles(/\/inputs\.ts$/, "server")) {
    const exported = (await import(path.join(root, file))) as Record<string, unknown>;
    for (const [name, schema] of Object.entries(exported)) {
      if (!(schema instanceof z.ZodObject)) continue;
      const title = titleOf(name);
      const other = known.get(title);
      if (other && other !== schema && wanted.includes(title)) throw new Error(`two inputs are called ${name}`);
      known.set(title, schema);
    }
  }
  const parts = wanted.map((title) => {
    const schema = known.get(title);
    if (!schema) throw new Error(`a page asks for ${title}, but no input of server/<module>/inputs.ts has that name`);
    const limits = Object.entries(limitsOf(schema)).map(([field, most]) => `${field}: ${most}`);
    const line = `export const ${title} = { ${limits.join(", ")} } as const;`;
    return line.length > longestLine
      ? `export const ${title} = {\n${limits.map((limit) => `  ${limit},\n`).join("")}} as const;\n`
      : `${line}\n`;
  });
  return `${head}${`\n${parts.join("")}`}`;
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

function wantedBy(texts: readonly string[]): string[] {
  const imported = texts.flatMap((text) => [
    ...text.matchAll(new RegExp(`import \\{([^}]*)\\} from "(?:@/${place}|\\./text-limits)"`, "g")),
  ]);
  return [...new Set(imported.flatMap(([, names = ""]) => names.match(/\w+/g) ?? []))].sort();
}

/** The schema inside an optional field or one with a default. */
function inner(kind: unknown): unknown {
  const wrapped = kind as { unwrap?: () => unknown };
  return typeof wrapped.unwrap === "function" ? inner(wrapped.unwrap()) : kind;
}
