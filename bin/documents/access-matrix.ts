import { TRPCError } from "@trpc/server";
import { type Role, roles } from "@/db/vocabulary";
import { type Action, policy } from "@/server/access/policy";
import { procedures as all, appRouter } from "@/server/api/root";
import { callerFactory, type RequestContext } from "@/server/trpc/init";
import { problemOf } from "@/server/trpc/problems";
import { viewMatrix } from "./view-matrix";

export interface ProcedureUnderTest {
  path: string;
  action: Action;
  inputs: readonly unknown[];
}

/** Every procedure of the system with the action it names, by path. */
export const procedures: readonly ProcedureUnderTest[] = all.flatMap(({ path, action, inputs }) =>
  action ? [{ path, action, inputs }] : [],
);

/** The procedures for people without an account: allowed by a link, never by a role. */
export const linkProcedures: readonly Omit<ProcedureUnderTest, "action">[] = all.filter(({ entry }) => entry);

const createCaller = callerFactory(appRouter);
type Call = (input: unknown) => Promise<unknown>;

/** Calls a procedure by path and gives the tRPC code of its refusal, or "OK". */
export async function answerTo(context: RequestContext, path: string, input: unknown): Promise<string> {
  return (await refusalOf(context, path, input))?.code ?? "OK";
}

/** The refusal itself, or null when the call was answered. */
export async function refusalOf(
  context: RequestContext,
  path: string,
  input: unknown,
): Promise<{ code: string; problem: unknown } | null> {
  const [area = "", name = ""] = path.split(".");
  const caller = createCaller(context) as unknown as Record<string, Record<string, Call>>;
  try {
    await caller[area]?.[name]?.(input);
    return null;
  } catch (error) {
    if (!(error instanceof TRPCError)) return { code: "THROWN", problem: null };
    return { code: error.code, problem: problemOf(error) };
  }
}

/** A call without a sign-in. */
export const nobody = (): RequestContext => ({
  signedIn: null,
  now: new Date(),
  requestId: "MATRIX",
  isWithoutAudit: true,
});

/** A made-up person of a role, who is in no database. */
export function anyone(role: Role, over: Partial<RequestContext["signedIn"]> = {}): RequestContext {
  const id = "00000000-0000-7000-8000-000000000000";
  const actor = {
    kind: "person",
    countyId: id,
    personId: id,
    role,
    stationId: id,
    committeeId: id,
    pointId: null,
  } as const;
  const who = {
    actor,
    name: "",
    username: "",
    post: "",
    stationName: null,
    committeeName: null,
    locale: null,
    mustChangePassword: false,
    mustAddFactor: false,
  };
  return { ...nobody(), signedIn: { ...who, ...over } };
}

/** Fits no procedure's input, so that an allowed call stops at its input check. */
const unfit = Symbol("fits no input");

const scopesOf = (action: Action, role: Role): readonly string[] =>
  (policy[action] as Partial<Record<Role, readonly string[]>>)[role] ?? [];

async function cell({ path, action }: ProcedureUnderTest, role: Role): Promise<string> {
  const scopes = scopesOf(action, role);
  const isRefused = (await answerTo(anyone(role), path, unfit)) === "FORBIDDEN";
  if (isRefused === scopes.length > 0) throw new Error(`${path}: the policy and the procedure disagree about ${role}`);
  return isRefused ? "·" : scopes.join("+");
}

/** Actions of the policy that no procedure names: acts of the worker, of routes, and within other acts. */
const actionsAlone = (Object.keys(policy) as Action[])
  .filter((action) => !procedures.some((procedure) => procedure.action === action))
  .sort();

/**
 * Procedure × role as a text table: "·" is refused, "any" asks for the role alone, a relation asks for it
 * to the dispute. Every cell comes from really calling the procedure as that role; actions without a procedure, and what
 * each relation shows, follow as the tables say them, so that each rule of access is written down here.
 */
export async function accessMatrix(): Promise<string> {
  const rows = [["procedure", "action", ...roles]];
  for (const procedure of procedures)
    rows.push([procedure.path, procedure.action, ...(await Promise.all(roles.map((role) => cell(procedure, role))))]);
  for (const { path } of linkProcedures) rows.push([path, "by link alone", ...roles.map(() => "·")]);
  for (const action of actionsAlone)
    rows.push(["(no procedure)", action, ...roles.map((role) => scopesOf(action, role).join("+") || "·")]);
  return [asTable(rows), ...viewMatrix().map(asTable)].join("\n");
}

/** Rows as lines with columns of equal width. */
function asTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}
