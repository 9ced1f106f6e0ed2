import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { problemOfConstraint } from "../kernel/constraint-problem";
import { invalid, Problem, type ProblemKind, type ProblemParams } from "../kernel/problem";
import { postgresError } from "../kernel/transaction";
import { isTooSlow, isUnreachable, overloaded, unavailable } from "../kernel/unreachable";

const codes = {
  notFound: "NOT_FOUND",
  forbidden: "FORBIDDEN",
  conflict: "CONFLICT",
  invalid: "BAD_REQUEST",
  tooMany: "TOO_MANY_REQUESTS",
  signedOut: "UNAUTHORIZED",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ProblemKind, TRPCError["code"]>;

export interface ShownProblem {
  code: string;
  params: ProblemParams;
  /** Paths of refused input fields, e.g. "input.parties.0.name". */
  fields?: string[];
}

/** PostgreSQL's codes for values no column accepts: invalid text, NUL, lone surrogates, numbers and days out of range. */
const unfitValues = new Set(["22P02", "22021", "22P05", "22003", "22007", "22008"]);

/** A violated constraint gives the same refusal as the rule it enforces. */
function fromDatabase(error: unknown): Problem | null {
  const refused = postgresError(error);
  if (!refused) return null;
  const { code, constraint_name: name } = refused;
  if (name) return problemOfConstraint(name, refused);
  if (isTooSlow(code)) return overloaded();
  if (code === "42501") return new Problem("forbidden", "forbidden");
  if (unfitValues.has(code)) return invalid("invalid");
  return null;
}

const unwrap = (error: unknown): unknown => (error instanceof TRPCError && error.cause ? error.cause : error);

/** tRPC wraps whatever a procedure throws as INTERNAL_SERVER_ERROR; only other codes were given by us. */
const isTrpcError = (error: unknown): error is TRPCError =>
  error instanceof TRPCError &&
  (error.code !== "INTERNAL_SERVER_ERROR" || (error.cause instanceof Problem && error.cause.code === "unexpected"));

/**
 * Turns anything thrown into one TRPCError; only Problems and known constraints keep their code, everything else is
 * "unexpected".
 */
export function toTrpcError(error: unknown, requestId: string): TRPCError {
  if (isTrpcError(error)) return error;
  const cause = unwrap(error);
  const problem = cause instanceof Problem ? cause : isUnreachable(cause) ? unavailable() : fromDatabase(cause);
  if (problem) return new TRPCError({ code: codes[problem.kind], cause: problem });
  // The message of a database error holds bound values: log only class and code.
  const { code } = postgresError(cause) ?? {};
  process.stderr.write(
    `${JSON.stringify({ level: "error", requestId, error: cause instanceof Error ? cause.name : typeof cause, code, stack: safeStack(cause) })}\n`,
  );
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new Problem("conflict", "unexpected") });
}

/** The stack without its first line, which may repeat input. */
const safeStack = (error: unknown) =>
  error instanceof Error
    ? error.stack
        ?.split("\n")
        .filter((line) => line.trimStart().startsWith("at "))
        .slice(0, 8)
    : undefined;

/** What tRPC itself refuses: an unknown procedure, an unreadable call. */
const own: Partial<Record<TRPCError["code"], string>> = {
  NOT_FOUND: "notFound",
  BAD_REQUEST: "invalid",
  PARSE_ERROR: "invalid",
  PAYLOAD_TOO_LARGE: "invalid",
};

/** The code that a refused field names itself, such as `reasonTooShort`. */
function codeOf(issues: ZodError["issues"]): string | null {
  for (const issue of issues) {
    const code = issue.code === "custom" ? issue.params?.problem : null;
    if (typeof code === "string") return code;
  }
  return null;
}

/** The problem the client translates. */
export function problemOf(error: TRPCError): ShownProblem {
  if (error.cause instanceof Problem) return { code: error.cause.code, params: error.cause.params };
  if (error.cause instanceof ZodError) {
    const { issues } = error.cause;
    return { code: codeOf(issues) ?? "invalid", params: {}, fields: issues.map((issue) => issue.path.join(".")) };
  }
  return { code: own[error.code] ?? "unexpected", params: {} };
}
