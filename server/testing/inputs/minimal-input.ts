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

/** Gives a field's id by its name; undefined for names it does not know. */
type IdOf = (name: string) => string | undefined;

function sample(shape: Shape, name: string, idOf: IdOf): unknown {
  if ("const" in shape) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [first] = shape.anyOf ?? shape.oneOf ?? [];
  if (first) return sample(first, name, idOf);
  if (shape.type === "object") {
    const properties = Object.entries(shape.properties ?? {});
    const given = properties.filter(([key]) => shape.required?.includes(key) || idOf(key) !== undefined);
    return Object.fromEntries(given.map(([key, one]) => [key, sample(one, key, idOf)]));
  }
  if (shape.type === "array") {
    const length = Math.max(shape.minItems ?? 0, idOf(name) === undefined ? 0 : 1);
    return Array.from({ length }, () => sample(shape.items ?? {}, name, idOf));
  }
  if (shape.type === "string") return (shape.format === "uuid" && idOf(name)) || text(shape);
  if (shape.type === "integer" || shape.type === "number") return Math.max(shape.minimum ?? 1, 1);
  if (shape.type === "boolean") return false;
  return shape.type === "null" ? null : undefined;
}

const shapes = new WeakMap<z.ZodType, Shape>();

function shapeOf(type: z.ZodType): Shape {
  const known = shapes.get(type);
  if (known) return known;
  const shape = z.toJSONSchema(type, { io: "input", unrepresentable: "any" }) as Shape;
  shapes.set(type, shape);
  return shape;
}

/** The object with one more of the fields that may be left out, its own or one of an object in it, each in turn. */
function* larger(shape: Shape, smallest: unknown, idOf: IdOf): Generator<object> {
  if (shape.type !== "object" || typeof smallest !== "object") return;
  for (const [key, one] of Object.entries(shape.properties ?? {})) {
    const value: unknown = (smallest as Record<string, unknown>)[key];
    if (value === undefined) yield { ...smallest, [key]: sample(one, key, idOf) };
    else for (const more of larger(one, value, idOf)) yield { ...smallest, [key]: more };
  }
}

/**
 * The smallest input a schema accepts, with ids that do not exist or those of `idOf`. Where any field may be left out, but
 * not all of them, the first one is given that is enough. `fits` is false where it has no input or no sample fits.
 */
export function minimalInput(schema: unknown, idOf: IdOf = () => undefined): { fits: boolean; input: unknown } {
  const type = schema as z.ZodType;
  const shape = shapeOf(type);
  const smallest = sample(shape, "", idOf);
  const fits = (input: unknown) => type.safeParse(input).success;
  if (fits(smallest)) return { fits: true, input: smallest };
  const input = [...larger(shape, smallest, idOf)].find(fits);
  return { fits: input !== undefined, input: input ?? smallest };
}
