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

/** `also` names a field that is given although it may be left out; true gives every field, and something in every list. */
function sample(shape: Shape, name: string, idOf: IdOf, also?: string | true): unknown {
  if ("const" in shape) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [first] = shape.anyOf ?? shape.oneOf ?? [];
  if (first) return sample(first, name, idOf, also);
  const type = [shape.type].flat()[0];
  if (type === "object") {
    const properties = Object.entries(shape.properties ?? {});
    const given = properties.filter(
      ([key]) => shape.required?.includes(key) || idOf(key) !== undefined || also === true || key === also,
    );
    return Object.fromEntries(given.map(([key, one]) => [key, sample(one, key, idOf, also)]));
  }
  if (type === "array") {
    const length = Math.max(shape.minItems ?? 0, also === true || idOf(name) !== undefined ? 1 : 0);
    return Array.from({ length }, () => sample(shape.items ?? {}, name, idOf, also));
  }
  if (type === "string") return (shape.format === "uuid" && idOf(name)) || text(shape);
  if (type === "integer" || type === "number") return Math.max(shape.minimum ?? 1, 1);
  if (type === "boolean") return false;
  return type === "null" ? null : undefined;
}

/** Names of what may be left out, in the shape and in the objects within. */
function optionalIn(shape: Shape): string[] {
  return Object.entries(shape.properties ?? {}).flatMap(([key, one]) =>
    shape.required?.includes(key) ? optionalIn(one) : [key],
  );
}

const shapes = new WeakMap<z.ZodType, Shape>();

function shapeOf(type: z.ZodType): Shape {
  const known = shapes.get(type);
  if (known) return known;
  const shape = z.toJSONSchema(type, { io: "input", unrepresentable: "any" }) as Shape;
  shapes.set(type, shape);
  return shape;
}

/**
 * The smallest input a schema accepts, with ids that do not exist or those of `idOf`; `fits` is false where it has no input
 * or no sample fits.
 */
export function minimalInput(schema: unknown, idOf: IdOf = () => undefined): { fits: boolean; input: unknown } {
  const type = schema as z.ZodType;
  const shape = shapeOf(type);
  const input = sample(shape, "", idOf);
  if (type.safeParse(input).success) return { fits: true, input };
  // Some want one of several fields, each of which may be left out, or more than one of them.
  for (const also of [...optionalIn(shape), true as const]) {
    const fuller = sample(shape, "", idOf, also);
    if (type.safeParse(fuller).success) return { fits: true, input: fuller };
  }
  return { fits: false, input };
}
