import { v7 } from "uuid";
import * as z from "zod";
import type { InputShape as Shape } from "./input-shape";

const samples = ["someone", "lawyer", "LW", "08:30", "13900000000"];

function text({ format, pattern, minLength = 0 }: Shape): string {
  if (format === "uuid") return v7();
  if (format === "date") return "2026-11-24";
  if (format === "date-time") return "2026-11-24T01:00:00.000Z";
  const fitting = samples.find(
    (sample) => sample.length >= minLength && (!pattern || new RegExp(pattern).test(sample)),
  );
  return fitting ?? "x".repeat(Math.max(minLength, 1));
}

function sample(shape: Shape): unknown {
  if ("const" in shape) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [first] = shape.anyOf ?? shape.oneOf ?? [];
  if (first) return sample(first);
  if (shape.type === "object")
    return Object.fromEntries((shape.required ?? []).map((key) => [key, sample(shape.properties?.[key] ?? {})]));
  if (shape.type === "array") return Array.from({ length: shape.minItems ?? 0 }, () => sample(shape.items ?? {}));
  if (shape.type === "string") return text(shape);
  if (shape.type === "integer" || shape.type === "number") return Math.max(shape.minimum ?? 1, 1);
  if (shape.type === "boolean") return false;
  return shape.type === "null" ? null : undefined;
}

/** The smallest input a schema accepts, with ids that do not exist; undefined where it has no input or no sample fits. */
export function minimalInput(schema: unknown): { fits: boolean; input: unknown } {
  const type = schema as z.ZodType;
  const input = sample(z.toJSONSchema(type, { io: "input", unrepresentable: "any" }) as Shape);
  return { fits: type.safeParse(input).success, input };
}
