import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AuditEvent } from "@/db/vocabulary-events";
import type { Actor } from "./actor";
import type { Context } from "./context";
import { asActor } from "./transaction";

export interface AuditPayload {
  /** The policy action that was refused or asked. */
  what?: string;
  disputeId?: string | undefined;
  /** What was searched for, shortened. */
  terms?: readonly string[];
  /** Of a refusal. */
  code?: string;
  /** Of a sheet: how many lines it holds. */
  rows?: number;
  /** Whose account, where nobody is signed in. */
  person?: string;
  /** Why signed checkpoints began anew, and which user of the machine said so. */
  reason?: string;
  by?: string;
}

/** Appends to the county's audit chain. Call it last in the transaction: it locks the chain's head. */
export async function appendAudit(tx: Tx, actor: Actor, now: Date, action: AuditEvent, payload: AuditPayload) {
  await tx.execute(sql`select app.append_audit(${actor.countyId}::uuid,
    ${actor.kind === "person" ? actor.personId : null}::uuid, ${actor.kind}::actor_kind, ${action},
    ${now.getTime() * 1000}::bigint, ${JSON.stringify(payload)})`);
}

/** The same in a transaction of its own. It throws when the entry could not be written: no reading without its entry. */
export const noteAudit = ({ actor, now }: Context<Actor>, action: AuditEvent, payload: AuditPayload): Promise<void> =>
  asActor({ actor, now }, (tx) => appendAudit(tx, actor, now, action, payload));

/** A read that leaves an entry before it answers; `entryOf` gives null where nothing has to be noted. */
export const audited =
  <I, T>(
    action: AuditEvent,
    entryOf: (input: I) => AuditPayload | null,
    read: (ctx: Context, input: I) => Promise<T>,
  ) =>
  async (ctx: Context, input: I): Promise<T> => {
    const payload = entryOf(input);
    if (payload) await noteAudit(ctx, action, payload);
    return read(ctx, input);
  };

/** A read of a dispute that is noted as printed where it is asked for a paper (`paperInput`); every other reading of it is not. */
export const auditedPrint = <I extends { disputeId: string; forPrint?: boolean | undefined }, T>(
  what: string,
  read: (ctx: Context, input: I) => Promise<T>,
) => audited<I, T>("audit.export", ({ disputeId, forPrint }) => (forPrint ? { what, disputeId } : null), read);

/**
 * What was searched for, so that a head understands the entry and nobody finds the person by it: a name's first sign, of
 * a number the last two signs. Four would be what a search asks for.
 */
export function shortened(term: string): string {
  const bare = term.replace(/[\s-]/g, "");
  if (/^\+?[0-9]{2,}[0-9Xx]$/.test(bare)) return `…${bare.slice(-2)}`;
  return `${[...bare][0] ?? ""}…`;
}

/** The entry of a search for people: nothing when it names none. */
export function searchOf(what: string, terms: readonly string[]): AuditPayload | null {
  const named = terms.map((term) => term.trim()).filter(Boolean);
  return named.length === 0 ? null : { what, terms: [...new Set(named.map(shortened))].slice(0, 12) };
}
