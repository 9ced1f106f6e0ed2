import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disputes } from "@/db/schema/disputes";
import { proceedings } from "@/db/schema/proceedings";
import type { Relation } from "@/db/vocabulary";
import { auditKinds } from "@/db/vocabulary-events";
import type { Actor, PersonActor } from "../kernel/actor";
import { appendEvent } from "../kernel/events";
import { forbidden, notFound } from "../kernel/problem";
import { askedOnce, leaveSomething } from "../kernel/shared-reads";
import { type Action, allows } from "./policy";
import { reads } from "./reads";
import { acting, type Right, relationsTo, rightsTo } from "./relations";
import { requireUntied } from "./steering-acts";
import { type Part, pastView, showsPart, type View, viewOf } from "./views";

export type DisputeRow = typeof disputes.$inferSelect;
export type ProceedingRow = typeof proceedings.$inferSelect;

declare const opened: unique symbol;
/** A dispute that passed the gate for one action; only the gate can make one. */
export interface OpenDispute {
  readonly [opened]: Action;
  dispute: DisputeRow;
  /** The named proceeding, else the latest one; null before triage. */
  proceeding: ProceedingRow | null;
  /** The actor's relations to this proceeding, or before triage to the dispute. */
  relations: readonly Relation[];
  /** Those of them by which the actor may act: without what only a reading window shows them. */
  actsBy: readonly Relation[];
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
 * Opens a dispute for an action on the named proceeding, else on the latest; before triage on the dispute itself. The
 * actor's relations to that proceeding alone decide: a right to an earlier one gives nothing here, and one that only a
 * reading window shows lets them read. A dispute the actor
 * cannot reach is "not found", whether it exists or not; one they can reach but not act on is "forbidden". With `lock`,
 * rows stay locked for the act, and whoever is tied to a party is refused what binds or steers (needs.actorUntied).
 */
export async function openDispute(
  tx: Tx,
  actor: Actor,
  action: Action,
  target: DisputeTarget,
  lock = false,
): Promise<OpenDispute> {
  // Sent along; a matter out of reach is told first.
  const untied = lock
    ? requireUntied(tx, actor, action, target).then(
        () => null,
        (refused: unknown) => ({ refused }),
      )
    : null;
  const [dispute, [proceeding = null], rights] = await rowsFor(tx, actor, target, lock);
  if (actor.kind === "system") {
    if (target.proceedingId && !proceeding) throw notFound();
    return open({ dispute, proceeding, relations: [], actsBy: [] });
  }
  // Row security shows only proceedings they have a right to, so that the latest may be hidden from them.
  const isMeant = target.proceedingId !== undefined || rights.some(isTo(proceeding));
  const relations = isMeant ? relationsTo(rights, proceeding?.id ?? null) : [];
  const actsBy = isMeant ? relationsTo(acting(rights), proceeding?.id ?? null) : [];
  const isReading = readings.has(action) || (!lock && action in reads);
  if (!allows(actor.role, action, isReading ? relations : actsBy)) throw reaches(rights) ? forbidden() : notFound();
  if (target.proceedingId && !proceeding) throw notFound();
  const tied = await untied;
  if (tied) throw tied.refused;
  if (!lock && isReading) await noteReading(tx, actor, action, dispute, rights);
  return open({ dispute, proceeding, relations, actsBy });
}

/** Opening what is confidential is an act, and a reading all the same. */
const readings: ReadonlySet<string> = new Set([...auditKinds.read, ...auditKinds.reveal]);

type ReadableDispute = OpenDispute & {
  view: View;
  /** Every proceeding of it that row security shows the reader, the latest first. */
  proceedings: readonly ProceedingRow[];
};

/**
 * Opens a dispute for reading, with the view the reader's relations give: the latest proceeding among those they may
 * read, so that a former lead reads the record of their own and nothing of what came later.
 */
export async function readDispute(
  tx: Tx,
  actor: PersonActor,
  action: Action,
  disputeId: string,
): Promise<ReadableDispute> {
  const [latest] = await readable(tx, actor, action, disputeId);
  return latest;
}

/**
 * The same for one part of its page: the latest proceeding of which the reader may see this part, else the latest they
 * may read. The caller refuses what the view does not show.
 */
export async function readPart(tx: Tx, actor: PersonActor, disputeId: string, part: Part): Promise<ReadableDispute> {
  const found = await readable(tx, actor, "dispute.read", disputeId);
  return found.find(({ view }) => showsPart(view, part)) ?? found[0];
}

/** The dispute with each proceeding the reader may read for this action, the latest first. */
async function readable(
  tx: Tx,
  actor: PersonActor,
  action: Action,
  disputeId: string,
): Promise<[ReadableDispute, ...ReadableDispute[]]> {
  const [dispute, rows, rights] = await rowsFor(tx, actor, { disputeId }, false);
  const [latest, ...earlier] = (rows.length > 0 ? rows : [null]).flatMap((proceeding) => {
    const relations = relationsTo(rights, proceeding?.id ?? null);
    if (!allows(actor.role, action, relations)) return [];
    const view = viewOf(actor.role, relations);
    if (!view) return [];
    const seen = rights.some(isTo(proceeding)) ? view : pastView(view);
    const actsBy = relationsTo(acting(rights), proceeding?.id ?? null);
    return [{ ...open({ dispute, proceeding, relations, actsBy }), view: seen, proceedings: rows }];
  });
  if (!latest) throw reaches(rights) ? forbidden() : notFound();
  await noteReading(tx, actor, action, dispute, rights);
  return [latest, ...earlier];
}

/** Whoever reads in a reading window leaves an event each time, in the transaction that reads (docs/adr/0030). */
async function noteReading(
  tx: Tx,
  actor: PersonActor,
  action: Action,
  dispute: DisputeRow,
  rights: readonly Right[],
): Promise<void> {
  const [first] = rights;
  if (!first?.windowId) return;
  leaveSomething(tx);
  const payload = { windowId: first.windowId, what: action };
  await appendEvent(tx, actor, new Date(first.atMs), { action: "window.read", disputeId: dispute.id, payload });
}

const open = (found: Omit<OpenDispute, typeof opened>) => found as OpenDispute;

const isTo = (proceeding: ProceedingRow | null) => (right: Right) =>
  right.isCurrent && right.proceedingId === (proceeding?.id ?? null);

const reaches = (rights: readonly Right[]) => rights.some(({ relation }) => relation !== "invited");

/** What a gate asks; the parts of one page ask it once, unless rows are to be locked. */
function rowsFor(tx: Tx, actor: Actor, target: DisputeTarget, lock: boolean) {
  const { disputeId, proceedingId } = target;
  // Asked together, in this order: rows are locked from the dispute down.
  const ask = () =>
    Promise.all([
      disputeRow(tx, actor, disputeId, lock),
      proceedingRows(tx, actor, target, lock),
      actor.kind === "system" ? [] : rightsTo(tx, actor, disputeId),
    ]);
  const who = actor.kind === "system" ? "the system" : actor.personId;
  return lock ? ask() : askedOnce(tx, `dispute ${disputeId} ${proceedingId ?? "latest"} for ${who}`, ask);
}

async function disputeRow(tx: Tx, actor: Actor, disputeId: string, lock: boolean): Promise<DisputeRow> {
  const inCounty = and(eq(disputes.countyId, actor.countyId), eq(disputes.id, disputeId));
  const find = tx.select().from(disputes).where(inCounty);
  const [dispute] = await (lock ? find.for("update") : find);
  if (!dispute) throw notFound();
  return dispute;
}

/** The dispute's proceedings, latest first; locked, only the latest, which is the one an act works on. */
async function proceedingRows(
  tx: Tx,
  actor: Actor,
  { disputeId, proceedingId }: DisputeTarget,
  lock: boolean,
): Promise<ProceedingRow[]> {
  const ofDispute = and(eq(proceedings.countyId, actor.countyId), eq(proceedings.disputeId, disputeId));
  const find = tx
    .select()
    .from(proceedings)
    .where(proceedingId ? and(ofDispute, eq(proceedings.id, proceedingId)) : ofDispute)
    .orderBy(desc(proceedings.ordinal));
  return lock ? find.limit(1).for("update") : find;
}
