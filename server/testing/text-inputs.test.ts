import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { appRouter } from "../api/root";

interface Definition {
  _def: { inputs: readonly z.ZodType[] };
}
interface Inner {
  type: string;
  format?: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: readonly z.ZodType[];
  items?: readonly z.ZodType[];
  in?: z.ZodType;
}
interface Field {
  path: string;
  name: string;
  schema: z.ZodType;
  format: string | undefined;
}

/** Every text in a schema, with the name of the field that holds it. */
function texts(schema: z.ZodType, path: string, name: string): Field[] {
  const def = schema._zod.def as unknown as Inner;
  if (def.type === "string") return [{ path, name, schema, format: def.format }];
  const named = Object.entries(def.shape ?? {}).flatMap(([key, one]) => texts(one, `${path}.${key}`, key));
  const inside = [def.element, def.innerType, def.in, ...(def.options ?? []), ...(def.items ?? [])];
  return [...named, ...inside.flatMap((one) => (one ? texts(one, path, name) : []))];
}

const fields = Object.entries(appRouter._def.procedures as unknown as Record<string, Definition>).flatMap(
  ([path, { _def }]) => _def.inputs.flatMap((schema) => texts(schema, path, "")),
);
const takes = (schema: z.ZodType, text: string) => schema.safeParse(text).success;

/** Fields that people fill in an area of several lines. */
const severalLines = new Set(
  "agenda answer escalationSigns facts neutralSummary note question reason riskReason overrideReason summary text".split(
    " ",
  ),
);
/** Secrets and pieces of codes that are compared and never shown or stored. */
const onlyCompared = new Set("current next password phoneEnd token visit".split(" "));

describe("every text that a procedure takes", () => {
  it("is found in the schemas", () => {
    expect(fields.length).toBeGreaterThan(300);
    expect(fields.filter(({ format }) => format === "datetime").length).toBeGreaterThan(20);
  });

  it("refuses line ends and control characters unless it is filled in an area of several lines", () => {
    const open = fields.filter(
      ({ name, schema }) =>
        !severalLines.has(name) &&
        !onlyCompared.has(name) &&
        ["ab\ncd", "ab\rcd", "ab\u001bcd", "ab\u2028cd"].some((text) => takes(schema, text)),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
    const unclean = fields.filter(
      ({ name, schema }) => !onlyCompared.has(name) && ["ab\u0000cd", "ab\u001bcd"].some((text) => takes(schema, text)),
    );
    expect(unclean.map(({ path }) => path)).toEqual([]);
  });

  it("takes an instant only with an offset and a year that the database knows", () => {
    const open = fields.filter(
      ({ format, schema }) =>
        format === "datetime" &&
        ["2026-12-01T01:00:00+16:00", "2026-12-01T01:00:00-23:59", "9999-12-31T23:59:59-12:00"].some((text) =>
          takes(schema, text),
        ),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it("gives a reason in words wherever one is asked for", () => {
    const reasons = fields.filter(({ name, schema }) => /reason$/i.test(name) && takes(schema, "因为要改期"));
    expect(reasons.length).toBeGreaterThan(20);
    const open = reasons.filter(({ schema }) => ["x", "。。。", "aaaa"].some((text) => takes(schema, text)));
    expect(open.map(({ path }) => path)).toEqual([]);
  });
});
