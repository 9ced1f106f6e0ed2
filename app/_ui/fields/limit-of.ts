import type * as z from "zod";

type Text<S extends z.ZodObject> = {
  [Field in keyof z.output<S>]: NonNullable<z.output<S>[Field]> extends string ? Field : never;
}[keyof z.output<S>] &
  string;

/** The schema inside an optional field or one with a default. */
function inner(kind: unknown): unknown {
  const wrapped = kind as { unwrap?: () => unknown };
  return typeof wrapped.unwrap === "function" ? inner(wrapped.unwrap()) : kind;
}

/**
 * The most characters an input accepts in one of its text fields: what a form field shows as `maxLength`, so that no
 * form repeats a number of the server. Throws where the input sets no limit.
 */
export function limitOf<S extends z.ZodObject>(schema: S, field: Text<S>): number {
  const { maxLength } = inner(schema.shape[field]) as { maxLength?: number | null };
  if (typeof maxLength !== "number") throw new Error(`the input sets no limit for ${field}`);
  return maxLength;
}
