import { describe, expect, it } from "vitest";
import * as z from "zod";
import { procedures } from "../../api/root";
import type { InputShape } from "./input-shape";
import { oddInputs } from "./odd-input";

const schemas = procedures.flatMap(({ path, inputs }) => inputs.map((schema) => ({ path, schema })));

/** Places in a schema that would accept keys it does not name. */
function openPlaces(shape: InputShape, at: string): string[] {
  const inside = [
    ...Object.entries(shape.properties ?? {}).map(([name, one]) => openPlaces(one, `${at}.${name}`)),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].map((one) => openPlaces(one, at)),
    ...[...(shape.items ? [shape.items] : []), ...(shape.prefixItems ?? [])].map((one) => openPlaces(one, `${at}[]`)),
  ].flat();
  const isOpen = shape.type === "object" && shape.additionalProperties !== false;
  return isOpen ? [at, ...inside] : inside;
}

/** The same value with one more key in one of its objects, once for each object in it. */
function stretched(value: unknown, extra: object): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((one, at) => stretched(one, extra).map((longer) => value.with(at, longer)));
  if (!value || typeof value !== "object") return [];
  const inner = Object.entries(value).flatMap(([name, one]) =>
    stretched(one, extra).map((longer) => ({ ...value, [name]: longer })),
  );
  return [{ ...value, ...extra }, ...inner];
}

/** Reading a text of a hundred thousand signs takes longer than all the rest, and no field takes one. */
const isShort = (input: unknown): boolean => JSON.stringify(input ?? null).length < 5_000;

/** The first twelve of 300 made inputs that the schema accepts; most need no more than the first forty. */
function firstFitting(schema: z.ZodType): unknown[] {
  const among = (count: number): unknown[] => {
    const fitting: unknown[] = [];
    for (const input of oddInputs(schema, ["018f0000-0000-7000-8000-000000000001"], 1, count)) {
      if (isShort(input) && schema.safeParse(input).success) fitting.push(input);
      if (fitting.length === 12) break;
    }
    return fitting;
  };
  const early = among(40);
  return early.length === 12 ? early : among(300);
}

/** Columns that the server sets and no input may contain. */
const extras = ["countyId", "actorId", "createdAt"].map((name) => ({ [name]: "x" }));

describe("no procedure takes a key it does not name", () => {
  it("in any object of its input", () => {
    expect(schemas.length).toBeGreaterThan(150);
    const open = schemas.flatMap(({ path, schema }) =>
      openPlaces(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as InputShape, path),
    );
    expect(open).toEqual([]);
  });

  it("and an accepted input is refused with one more key, at any depth", () => {
    const swallowed: string[] = [];
    for (const { path, schema } of schemas) {
      const fitting = firstFitting(schema);
      for (const [turn, input] of fitting.entries())
        for (const longer of stretched(input, extras[turn % extras.length] ?? {})) {
          const said = schema.safeParse(longer);
          const isRefused = !said.success && JSON.stringify(said.error.issues).includes('"unrecognized_keys"');
          if (!isRefused) swallowed.push(`${path} ${JSON.stringify(longer).slice(0, 200)}`);
        }
    }
    expect(swallowed).toEqual([]);
  });
});
