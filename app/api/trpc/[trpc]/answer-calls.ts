import { getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError } from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import { callContext } from "@/app/_trpc/context";
import { appRouter } from "@/server/api/root";
import { currentTime } from "@/server/kernel/clock";
import { reached, retrySeconds } from "@/server/kernel/unreachable";
import type { RequestContext } from "@/server/trpc/init";
import { toTrpcError } from "@/server/trpc/problems";

export type SentHeaders = Pick<Headers, "get" | "has">;

interface Sent {
  /** Path and query of the address. */
  url: string;
  headers: SentHeaders;
  /** Null where it was larger than any act is. */
  body: Uint8Array | null;
}
export interface GivenAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

type Kind = "query" | "mutation";
interface Procedure {
  (opts: { path: string; getRawInput: () => Promise<unknown>; ctx: RequestContext; type: Kind }): Promise<unknown>;
  _def: { type: Kind };
}
const procedures = appRouter._def.procedures as unknown as Readonly<Record<string, Procedure>>;
const config = appRouter._def._config;
const place = "/api/trpc/";
const mostCalls = 10;

interface Call {
  path: string;
  procedure: Procedure | undefined;
  input: () => Promise<unknown>;
}
interface Calls {
  calls: Call[];
  isBatch: boolean;
  type: Kind | "unknown";
}

/**
 * Answers a call of a page of this installation, or a batch of them; who asks and where from is decided before. It says what
 * tRPC's own handler for `fetch` says (answer-calls.test.ts compares them) without what that costs: requests, answers and
 * streams as browsers have them, and signals that nobody listens to (docs/adr/0037).
 */
export async function answerCalls({ url, headers, body }: Sent): Promise<GivenAnswer> {
  let asked: Calls | undefined;
  let ctx: RequestContext | undefined;
  try {
    const { calls, isBatch, type } = callsIn(url, body);
    asked = { calls, isBatch, type };
    const context = await contextOf(headers, body);
    ctx = context instanceof TRPCError ? undefined : context;
    const given = await Promise.all(calls.map((call) => carriedOut(call, context)));
    const told = given.map((one, i) => envelopeOf(one, { path: calls[i]?.path, type }, ctx));
    return answerOf(isBatch ? told : told[0], told, given);
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const told = envelopeOf(error, { path: undefined, type: asked?.type ?? "unknown" }, ctx);
    return answerOf(told, [told], [error]);
  }
}

/** Which procedures an address names, and with what. */
function callsIn(url: string, body: Uint8Array | null): Calls {
  const end = url.includes("?") ? url.indexOf("?") : url.length;
  const named = decoded(url.slice(url.indexOf(place) + place.length, end));
  const isBatch = end < url.length && new URLSearchParams(url.slice(end)).get("batch") === "1";
  const paths = isBatch ? named.split(",") : [named];
  if (paths.length > mostCalls) throw new TRPCError({ code: "BAD_REQUEST" });
  const inputs = inputsOf(body, isBatch);
  const calls = paths.map((path, i) => ({
    path,
    procedure: Object.hasOwn(procedures, path) ? procedures[path] : undefined,
    input: async () => inputs(i),
  }));
  const types = new Set(calls.flatMap(({ procedure }) => procedure?._def.type ?? []));
  if (types.size > 1) throw new TRPCError({ code: "BAD_REQUEST" });
  return { calls, isBatch, type: [...types][0] ?? "unknown" };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (cause) {
    throw new TRPCError({ code: "BAD_REQUEST", cause });
  }
}

/** The input of each call; read once, when the first of them asks. */
function inputsOf(body: Uint8Array | null, isBatch: boolean): (nth: number) => unknown {
  let read: { inputs: unknown } | undefined;
  return (nth) => {
    read ??= { inputs: parsed(body) };
    const { inputs } = read;
    if (!isBatch) return inputs;
    if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs))
      throw new TRPCError({ code: "BAD_REQUEST" });
    return (inputs as Record<number, unknown>)[nth];
  };
}

function parsed(body: Uint8Array | null): unknown {
  try {
    return JSON.parse(body ? new TextDecoder().decode(body) : "null");
  } catch (cause) {
    throw new TRPCError({ code: "BAD_REQUEST", cause });
  }
}

/** Who asks; what stands in the way is the answer of every call. */
async function contextOf(headers: SentHeaders, body: Uint8Array | null): Promise<RequestContext | TRPCError> {
  if (!body) return new TRPCError({ code: "PAYLOAD_TOO_LARGE" });
  try {
    return await reached(callContext(headers, currentTime()));
  } catch (error) {
    return toTrpcError(error, "");
  }
}

interface Data {
  data: unknown;
}
async function carriedOut(
  { path, procedure, input }: Call,
  ctx: RequestContext | TRPCError,
): Promise<Data | TRPCError> {
  try {
    if (!procedure) return new TRPCError({ code: "NOT_FOUND" });
    if (ctx instanceof TRPCError) return ctx;
    return { data: await procedure({ path, getRawInput: input, ctx, type: procedure._def.type }) };
  } catch (cause) {
    return getTRPCErrorFromUnknown(cause);
  }
}

type Envelope = { result: Data } | { error: ReturnType<typeof getTRPCErrorShape> };
function envelopeOf(
  one: Data | TRPCError,
  { path, type }: { path: string | undefined; type: Calls["type"] },
  ctx: RequestContext | undefined,
): Envelope {
  if (!(one instanceof TRPCError)) return { result: one };
  return { error: getTRPCErrorShape({ config, error: one, type, path, input: undefined, ctx }) };
}

function answerOf(said: unknown, told: Envelope[], given: readonly (Data | TRPCError)[]): GivenAnswer {
  const mustWait = given.some((one) => one instanceof TRPCError && one.code === "SERVICE_UNAVAILABLE");
  return {
    status: mustWait ? 503 : getHTTPStatusCode(told as Parameters<typeof getHTTPStatusCode>[0]),
    headers: { "content-type": "application/json", ...(mustWait ? { "retry-after": String(retrySeconds) } : {}) },
    body: JSON.stringify(said),
  };
}
