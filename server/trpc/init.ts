import { initTRPC } from "@trpc/server";
import { z } from "zod";
import { type Action, policy } from "../access/policy";
import type { ReadingAction } from "../access/reads";
import type { SignedIn } from "../access/sign-in";
import type { Actor } from "../kernel/actor";
import { type ActContext, actAs, type Context } from "../kernel/context";
import { forbidden, Problem } from "../kernel/problem";
import { type ReadsOfRequest, readsOfRequest } from "../kernel/shared-reads";
import { noteRefusal } from "./note-refusal";
import { problemOf, toTrpcError } from "./problems";

/** What a request brings: who asks (if anybody), when, and a short code to quote when something fails. */
export interface RequestContext {
  signedIn: SignedIn | null;
  /** When the request came in: the one time for all that is read and written for it. */
  now: Date;
  requestId: string;
  /** Where the request came from; null or absent where that cannot be told from what a browser could forge. */
  address?: string | null;
  /** The transaction that all questions of this request share; without it each question has its own. */
  reads?: ReadsOfRequest;
  /** For whoever reads English: puts the English of posts and places beside their names. Absent where nobody does. */
  beside?: <T>(ctx: Context<Actor>, answer: T) => Promise<T>;
  /** Only where there is no database: refusals leave no entry of the audit. */
  isWithoutAudit?: true;
}
/** A procedure names its policy action, or `link` for the entry of people without an account. */
export type ProcedureMeta = { action: Action } | { entry: "link" };

/** Their answers fill the forms in which names themselves are edited: there they stand alone. */
const edited: ReadonlySet<string> = new Set(["places.tree", "people.byId"]);

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => {
      const problem = problemOf(error);
      return {
        ...shape,
        message: error.code,
        data: {
          code: error.code,
          httpStatus: shape.data.httpStatus,
          problem,
          // The refusal of an invalid link is identical in every case, so that it does not reveal the reason.
          requestId: problem.code === "linkDead" ? "" : (ctx?.requestId ?? ""),
        },
      };
    },
  });

export const router = t.router;
/** The procedure without any check, only for `signedIn` below and for the entry in by-link.ts. */
export const procedure = t.procedure;
export const callerFactory = t.createCallerFactory;

/** What a person with a one-time password may do before choosing their own. */
const beforeOwnPassword: readonly Action[] = ["account.read", "account.changePassword", "account.setLocale"];
/** And without the second factor that their role needs. */
const beforeFactor: readonly Action[] = [...beforeOwnPassword, "account.addFactor"];

/**
 * The procedure base of everyone with an account: names its policy action, demands a sign-in, and refuses roles the
 * action never allows.
 */
const signedIn = (action: Action) =>
  t.procedure.meta({ action }).use(async ({ ctx, next, getRawInput }) => {
    const result = await (async () => {
      const { signedIn: who } = ctx;
      if (!who) throw new Problem("signedOut", "signedOut");
      if (who.mustChangePassword && !beforeOwnPassword.includes(action)) throw forbidden("mustChangePassword");
      if (who.mustAddFactor && !beforeFactor.includes(action)) throw forbidden("mustAddFactor");
      if (!(who.actor.role in policy[action])) throw forbidden();
      return next({ ctx: { ...ctx, signedIn: who, actor: who.actor } });
    })().catch((error: unknown) => refused(error));
    return result.ok ? result : refused(result.error);

    async function refused(error: unknown): Promise<never> {
      const given = toTrpcError(error, ctx.requestId);
      if (ctx.signedIn && !ctx.isWithoutAudit)
        await noteRefusal({ actor: ctx.signedIn.actor, now: ctx.now }, action, given, getRawInput);
      throw given;
    }
  });

/** Figures over a county's whole life, and lists behind figures: they wait for each other and never for the others (db/work.ts). */
const costlyActions: ReadonlySet<Action> = new Set<Action>([
  "audit.read",
  "county.export",
  "county.read",
  "dispute.export",
  "overview.drill",
  "overview.export",
  "performance.list",
  "subsidy.export",
  "subsidy.read",
]);
/** Figures from kept sums, which cost no more than any other page. */
const figures: ReadonlySet<Action> = new Set<Action>(["forces.results", "overview.read"]);

/** What this request has asked: the frame of a page and its parts may need the same answer. */
const askedIn = new WeakMap<ReadsOfRequest, Map<string, Promise<unknown>>>();
function oncePerRequest<T>(reads: ReadsOfRequest, question: string, ask: () => Promise<T>): Promise<T> {
  const asked = askedIn.get(reads) ?? new Map<string, Promise<unknown>>();
  askedIn.set(reads, asked);
  const answer = (asked.get(question) as Promise<T> | undefined) ?? ask();
  asked.set(question, answer);
  return answer;
}

/**
 * A read: `read(context, input)` behind its policy action, which says in server/access/reads.ts what it reads. Figures, and
 * what `mayUseReplica` says of an input (searches, what goes out as a file), come from the replica where there is one.
 */
export const question = <S extends z.ZodType, T>(
  action: ReadingAction,
  schema: S,
  read: (ctx: Context, input: z.output<S>) => Promise<T>,
  mayUseReplica: (input: z.output<S>) => boolean = () => costlyActions.has(action) || figures.has(action),
) =>
  signedIn(action)
    .input(schema)
    .query(({ ctx: { actor, now, beside, reads = readsOfRequest() }, input: given, path }) => {
      const input = given as z.output<S>;
      const kind = costlyActions.has(action) ? "costly" : "read";
      return oncePerRequest(reads, `${path} ${JSON.stringify(input)}`, async () => {
        const ctx = { actor, now, reads: reads({ actor, now }, kind, action, mayUseReplica(input)) };
        if (!beside || edited.has(path)) return read(ctx, input);
        return beside(ctx, await read(ctx, input));
      });
    });

/** A write: `verb(context, input)` behind its policy action; the client sends `{ key, input }`. */
export const command = <S extends z.ZodType, T>(
  action: Action,
  schema: S,
  verb: (ctx: ActContext, input: z.output<S>) => Promise<T>,
) =>
  signedIn(action)
    .input(z.strictObject({ key: z.uuid(), input: schema }))
    .mutation(({ ctx, input }) => {
      const { key, input: body } = input as { key: string; input: z.output<S> };
      return verb(actAs(ctx.actor, ctx.now, key), body);
    });
