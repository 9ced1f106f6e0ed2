import * as fc from "fast-check";
import * as z from "zod";
import type { InputShape as Shape } from "./input-shape";

/** Texts no form would send: NUL, lone surrogates, wildcards, quotes, far too much. */
const oddWords = [
  "\u0000",
  "a\u0000b",
  "\ud800",
  "x\udfff y",
  "",
  "   ",
  "%_\\",
  "'; drop table people; --",
  "{{}}\"'`<img src=x onerror=1>",
  "‮abc‏",
  "__proto__",
  "NaN",
  "a\r\nb",
  "a\u2028b\u0085c",
  "\u001b[2J",
  "é".normalize("NFD").repeat(100),
  "字".repeat(100_000),
];
const plainWords = ["someone", "lawyer", "LW", "08:30", "18:00", "13900000000", "物业费", "柳湾", "-", "2026"];
const oddDays = ["0001-01-01", "9999-12-31", "2026-02-29", "-000001-01-01", "2026-13-01", "1900-01-01"];
const oddInstants = [
  "9999-12-31T23:59:59.999Z",
  "0001-01-01T00:00:00.000Z",
  "0000-01-01T00:00:00Z",
  "2026-12-01T24:00:00Z",
  "1969-12-31T23:59:59.999Z",
  "2026-12-01T01:00:00.123456789Z",
  "2026-12-01T01:00:00+16:00",
  "2026-12-01T01:00:00-23:59",
  "9999-12-31T23:59:59.999-12:00",
];
const oddNumbers = [-1, 0, 0.5, 2 ** 31, 2 ** 53, -(2 ** 31) - 1, Number.NaN, Number.POSITIVE_INFINITY, 1e300];
const others: readonly unknown[] = [null, undefined, "", 0, [], {}, [[]], true, { $ne: null }];

/** Now and then something odd instead. */
const mostly = (usual: fc.Arbitrary<unknown>, odd: readonly unknown[], weight = 8): fc.Arbitrary<unknown> =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...odd) });

function text({ format }: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (format === "uuid") return mostly(fc.constantFrom(...ids), ["", "x", "00000000-0000-0000-0000-000000000000"], 20);
  if (format === "date") return mostly(fc.constantFrom("2026-11-24", "2026-12-31", "2027-01-01"), oddDays, 3);
  if (format === "date-time")
    return mostly(fc.constantFrom("2026-12-01T01:00:00.000Z", "2026-12-02T06:00:00.000Z"), oddInstants, 3);
  return mostly(fc.constantFrom(...plainWords), oddWords, 2);
}

function odd(shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  if ("const" in shape) return fc.constant(shape.const);
  if (shape.enum) return mostly(fc.constantFrom(...shape.enum), others, 20);
  const several = shape.anyOf ?? shape.oneOf;
  if (several) return fc.oneof(...several.map((one) => odd(one, ids)));
  if (shape.type === "object") {
    const named = Object.entries(shape.properties ?? {}).map(([name, one]) => [name, odd(one, ids)] as const);
    return fc.record(Object.fromEntries(named), { requiredKeys: shape.required ?? [] });
  }
  if (shape.prefixItems) return fc.tuple(...shape.prefixItems.map((one) => odd(one, ids)));
  if (shape.type === "array") {
    const { minItems: minLength = 0, maxItems = 3 } = shape;
    return fc.array(odd(shape.items ?? {}, ids), { minLength, maxLength: Math.max(minLength, Math.min(maxItems, 3)) });
  }
  if (shape.type === "string") return text(shape, ids);
  if (shape.type === "integer" || shape.type === "number")
    return mostly(fc.constantFrom(shape.minimum ?? 1, shape.maximum ?? 60, 1, 2, 60), oddNumbers, 5);
  if (shape.type === "boolean") return fc.boolean();
  return shape.type === "null" ? fc.constant(null) : fc.constantFrom(...others);
}

/** So many inputs of roughly the schema's shape with odd values here and there; the same seed gives the same inputs. */
export function oddInputs(schema: unknown, ids: readonly string[], seed: number, count: number): unknown[] {
  const shape = z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" }) as Shape;
  return fc.sample(mostly(odd(shape, ids), others, 30), { seed, numRuns: count });
}
