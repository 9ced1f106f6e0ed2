import type * as z from "zod";
import { procedures } from "../../api/root";

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
export interface TextField {
  path: string;
  name: string;
  schema: z.ZodType;
  format: string | undefined;
}

/** Every text in a schema, with the name of the field that holds it. */
function texts(schema: z.ZodType, path: string, name: string): TextField[] {
  const def = schema._zod.def as unknown as Inner;
  if (def.type === "string") return [{ path, name, schema, format: def.format }];
  const named = Object.entries(def.shape ?? {}).flatMap(([key, one]) => texts(one, `${path}.${key}`, key));
  const inside = [def.element, def.innerType, def.in, ...(def.options ?? []), ...(def.items ?? [])];
  return [...named, ...inside.flatMap((one) => (one ? texts(one, path, name) : []))];
}

/** Every text that a procedure takes, from the schemas of its inputs. */
export const textFields: readonly TextField[] = procedures.flatMap(({ path, inputs }) =>
  inputs.flatMap((schema) => texts(schema, path, "")),
);
export const takes = (schema: z.ZodType, text: string): boolean => schema.safeParse(text).success;

/** Secrets, pieces of codes and what a form showed, which are compared and never shown or stored. */
export const onlyCompared: ReadonlySet<string> = new Set(
  "current nameEnSeen nameSeen next password phoneEnd token visit".split(" "),
);
