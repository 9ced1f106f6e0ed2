import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { limitOf } from "./limit-of";

type Input = z.ZodObject<Record<string, z.ZodString>>;

const root = path.resolve(import.meta.dirname, "../../..");

describe("the limit of a field", () => {
  const input = z.strictObject({
    plain: z.string().trim().max(60).min(1),
    optional: z.string().max(40).optional(),
    withDefault: z.string().max(20).nullable().default(null),
    endless: z.string(),
  });

  it("is the most characters its input takes, however it may be left out", () => {
    expect(limitOf(input, "plain")).toBe(60);
    expect(limitOf(input, "optional")).toBe(40);
    expect(limitOf(input, "withDefault")).toBe(20);
  });

  it("is demanded: a field without one is no field of a form", () => {
    expect(() => limitOf(input, "endless")).toThrow("endless");
  });
});

const sources = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => ({ file, text: readFileSync(path.join(root, "app", file), "utf8") }));
const used = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/limitOf\((\w+), "(\w+)"\)/g)].map(([, input = "", field = ""]) => {
    const from = new RegExp(`import \\{[^}]*\\b${input}\\b[^}]*\\} from "@/(server/[\\w-]+/inputs)"`).exec(text)?.[1];
    return { file, input, field, from };
  }),
);

describe("fields of forms", () => {
  it("write no limit of their own", () => {
    const literal = sources.filter(({ text }) => /maxLength=(\{\s*\d|")/.test(text)).map(({ file }) => file);
    expect(literal).toEqual([]);
    expect(used.length).toBeGreaterThan(50);
  });

  it("take it from an input that sets one", async () => {
    for (const { file, input, field, from } of used) {
      const inputs = (await import(path.join(root, `${from}.ts`))) as Record<string, Input>;
      const schema = inputs[input];
      expect(schema, `${file}: ${input}`).toBeDefined();
      if (schema) expect(limitOf(schema, field), `${file}: ${field}`).toBeGreaterThan(0);
    }
  });
});
