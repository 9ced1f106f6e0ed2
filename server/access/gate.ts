import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disputes } from "@/db/schema/disputes";
import { proceedings } from "@/db/schema/proceedings";
import type { Relation } from "@/db/vocabulary";
import type { Actor, PersonActor } from "../kernel/actor";
import { forbidden, notFound } from "../kernel/problem";
import { type Action, allows, type View, viewOf } from "./policy";
import { relationsTo } from "./relations";

export type DisputeRow = typeof disputes.$inferSelect;
export type ProceedingRow = typeof proceedings.$inferSelect;

declare const opened: unique symbol;
/** A dispute that passed the gate for one action; only the gate can make one. */
export interface OpenDispute {
  readonly [opened]: Action;
  dispute: DisputeRow;
  /** The named proceeding, else the newest one; null before triage. */
  proceeding: ProceedingRow | null;
  relations: readonly Relation[];
}

export interface DisputeTarget {
  disputeId: string;
  proceedingId?: string | undefined;
}

/** The role alone decides: acts that concern no dispute. */
export function requireRole(actor: Actor, action: Action): void {
  if (actor.kind === "person" && !allows(actor.role, action, [])) throw forbidden();
}

/**
 * Opens a dispute for an action. A dispute the actor cannot reach is "not found", whether it exists
 * or not; one they can reach but not act on is "forbidden". With `lock`, rows stay locked for the act.
 */
export async function openDispute(
  tx: Tx,
  actor: Actor,
  action: Action,
  target: DisputeTarget,
  lock = false,
): Promise<OpenDispute> {
  const inCounty = and(eq(disputes.countyId, actor.countyId), eq(disputes.id, target.disputeId));
  const find = tx.select().from(disputes).where(inCounty);
  const [dispute] = await (lock ? find.for("update") : find);
  if (!dispute) throw notFound();
  const relations = actor.kind === "person" ? await relationsTo(tx, actor, dispute.id) : [];
  if (actor.kind === "person") {
    if (!relations.some((relation) => relation !== "invited") && !allows(actor.role, action, relations))
      throw notFound();
    if (!allows(actor.role, action, relations)) throw forbidden();
  }
  const ofDispute = and(eq(proceedings.countyId, actor.countyId), eq(proceedings.disputeId, dispute.id));
  const findProceeding = tx
    .select()
    .from(proceedings)
    .where(target.proceedingId ? and(ofDispute, eq(proceedings.id, target.proceedingId)) : ofDispute)
    .orderBy(desc(proceedings.ordinal))
    .limit(1);
  const [proceeding] = await (lock ? findProceeding.for("update") : findProceeding);
  if (target.proceedingId && !proceeding) throw notFound();
  return { dispute, proceeding: proceeding ?? null, relations } as unknown as OpenDispute;
}

/** Opens a dispute for reading, with the view the actor's relations give. */
export async function readDispute(
  tx: Tx,
  actor: PersonActor,
  action: Action,
  disputeId: string,
): Promise<OpenDispute & { view: View }> {
  const found = await openDispute(tx, actor, action, { disputeId });
  const view = viewOf(actor.role, found.relations);
  if (!view) throw notFound();
  return { ...found, view };
}
