import * as z from "zod";
import type { Action } from "../../access/policy";
import type { ReadingAction } from "../../access/reads";
import { appRouter, procedures } from "../../api/root";
import type { PersonActor } from "../../kernel/actor";
import { callerFactory } from "../../trpc/init";
import type { InputShape as Shape } from "../inputs/input-shape";

/** Every write procedure for signed-in people, by path. */
export const commands = procedures
  .filter(({ isWrite, entry }) => isWrite && !entry)
  .map(({ path, action, inputs }) => ({ path, action: action as Action, schema: inputs[0] as z.ZodType }));

/** Real ids of the scene by the name of the input field, so that each question is asked about existing things. */
export type Ids = Readonly<Record<string, string>>;

/** Every read procedure for signed-in people, by path. */
export const questions = procedures
  .filter(({ isWrite, entry }) => !isWrite && !entry)
  .map(({ path, action, inputs }) => ({ path, action: action as ReadingAction, schema: inputs[0] }));

type Routers = Omit<typeof appRouter._def.record, "links">;
/** The paths of `questions`, for lists that must name each of them. */
export type QuestionPath = {
  [Module in keyof Routers]: {
    [Name in keyof Routers[Module]]: Routers[Module][Name] extends { _def: { type: "query" } }
      ? `${Module}.${Name & string}`
      : never;
  }[keyof Routers[Module]];
}[keyof Routers];

/** Answered of a matter that was restricted alone; asked in server/windows/windows.test.ts. */
export const ofRestrictedMatters: readonly string[] = ["windows.frame"];

const words = ["08:30", "neighbour", "lawyer", "13900000000"];

function textFor(name: string, shape: Shape, ids: Ids, q: string): string {
  if (shape.format === "date-time") return (name === "to" ? ids.later : ids.instant) ?? "";
  if (ids[name]) return ids[name];
  if (shape.format === "uuid") return ids.disputeId ?? "";
  if (shape.format === "date") return ids[name] ?? ids.day ?? "";
  if (name === "q") return q;
  const { pattern, minLength = 0 } = shape;
  return (
    words.find((word) => word.length >= minLength && (!pattern || new RegExp(pattern).test(word))) ??
    "x".repeat(minLength)
  );
}

function sample(name: string, shape: Shape, ids: Ids, q: string): unknown {
  if ("const" in shape) return shape.const;
  if (shape.enum) return shape.enum[0];
  const options = shape.anyOf ?? shape.oneOf;
  if (options) return sample(name, options.find((one) => one.type !== "null") ?? {}, ids, q);
  if (shape.type === "object") {
    const keys = Object.keys(shape.properties ?? {}).filter(
      (key) => shape.required?.includes(key) || key === "q" || key === "disputeId",
    );
    return Object.fromEntries(keys.map((key) => [key, sample(key, shape.properties?.[key] ?? {}, ids, q)]));
  }
  if (shape.type === "array")
    return Array.from({ length: shape.minItems ?? 0 }, () => sample(name.replace(/s$/, ""), shape.items ?? {}, ids, q));
  if (shape.type === "string") return textFor(name, shape, ids, q);
  if (shape.type === "integer" || shape.type === "number") return Math.max(shape.minimum ?? 1, 1);
  if (shape.type === "boolean") return false;
  return undefined;
}

// Each question is asked thousands of times; its shape is worked out once.
const shapes = new Map<z.ZodType, Shape>();
function shapeOf(schema: z.ZodType): Shape {
  const known = shapes.get(schema);
  if (known) return known;
  const shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape;
  shapes.set(schema, shape);
  return shape;
}

/** Inputs for a question: the smallest one with real ids, and one for each value of each of its enums. */
export function inputsFor(schema: z.ZodType | undefined, ids: Ids, q: string): unknown[] {
  if (!schema) return [undefined];
  const shape = shapeOf(schema);
  const base = sample("", shape, ids, q);
  const lists = Object.entries(shape.properties ?? {}).flatMap(([key, { enum: list }]) =>
    (list ?? []).map((word) => ({ ...(base as object), [key]: word })),
  );
  return [base, ...lists];
}

const createCaller = callerFactory(appRouter);
type Call = (input: unknown) => Promise<unknown>;

/** What differs from call to call without meaning: the time of asking. */
const moments = new Set(["now", "serverNow", "askedAt", "checkedAt"]);

/** The answer to a question as text, or the code of its refusal. */
export async function answerOf(actor: PersonActor, path: string, input: unknown, now = new Date()): Promise<string> {
  const caller = createCaller({
    now,
    requestId: "LANES",
    signedIn: {
      actor,
      name: "",
      username: "",
      post: "",
      stationName: null,
      committeeName: null,
      locale: null,
      mustChangePassword: false,
      mustAddFactor: false,
    },
  }) as unknown as Record<string, Record<string, Call>>;
  const [area = "", name = ""] = path.split(".");
  try {
    const answer = await caller[area]?.[name]?.(input);
    return JSON.stringify(answer ?? null, (key, value) => (moments.has(key) ? undefined : value));
  } catch (error) {
    return `refused: ${(error as { code?: string }).code ?? "thrown"}`;
  }
}
