import type { Tx } from "@/db/client";
import type { ProceedingStatus } from "@/db/vocabulary";
import { type DisputeTarget, type OpenDispute, openDispute, type ProceedingRow } from "../access/gate";
import type { DisputeAction } from "../access/policy";
import type { Actor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { appendAndAnnounce, type EventPayload, type NewEvent } from "../kernel/events";
import { enqueue, type NewJob } from "../kernel/jobs";
import { once } from "../kernel/once";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { Rules } from "../rules/defaults";
import { dayOverridesOf, rulesByOwner } from "../rules/queries";
import type { DayOverrides } from "../rules/workdays";
import { destinations, isGoverned, possibleWhenMerged, requireTransition } from "./lifecycle";
import { type Stamps, settleDispute, settleProceeding } from "./parts/settle";
import type { Transition } from "./parts/transition";
import { type Facts, factsOf } from "./reads/facts";
import { unmet } from "./requirements";

/** What a verb's body works with: an open dispute inside the actor's transaction. */
export interface Act<A extends Actor = Actor> extends OpenDispute {
  tx: Tx;
  actor: A;
  now: Date;
  rules: Rules;
  /** The county's own days off and working days. */
  overrides: DayOverrides;
  countyId: string;
}

/** The proceeding an act of the lifecycle works on; `perform` has made sure that there is one. */
export function proceedingOf(act: Pick<OpenDispute, "proceeding">): ProceedingRow {
  if (!act.proceeding) throw conflict("noProceeding");
  return act.proceeding;
}

/** What a verb's body gives back; everything except the verb's own row writes happens in `perform`. */
export interface Done<T> {
  /** Answer to the caller and to replays; ids and codes only. */
  result: T;
  payload?: EventPayload;
  jobs?: readonly NewJob[];
  /** Further events, which follow the act's own. */
  after?: readonly NewEvent[];
  /** The chosen status, where the lifecycle row has `may`. */
  to?: ProceedingStatus | undefined;
  /** Columns of the proceeding that change with the status. */
  stamps?: Stamps;
  /** The proceeding this act opened. */
  opens?: ProceedingRow;
}

interface Input extends DisputeTarget {
  /** The proceeding's version the user saw; another one is a conflict. */
  version?: number | undefined;
}

/** The lifecycle row for this act, once its status and requirements hold. Null for acts outside the lifecycle. */
function checkLifecycle(
  action: DisputeAction,
  proceeding: ProceedingRow | null,
  facts: Facts | null,
): Transition | null {
  if (!isGoverned(action)) return null;
  if (!proceeding || !facts) throw conflict("noProceeding");
  const row = requireTransition(proceeding.track, action, proceeding.status);
  const problem = unmet(row.needs ?? [], facts);
  if (problem) throw problem;
  return row;
}

/** The status after the act: what the table says, else what the body chose among what the table allows. */
function statusAfter(
  row: Transition | null,
  current: ProceedingStatus,
  chosen: ProceedingStatus | undefined,
): ProceedingStatus {
  if (!row) return current;
  const led = destinations(row, current);
  if ("always" in led) return led.always;
  if (chosen === undefined || chosen === current) return current;
  if (!led.may.includes(chosen)) throw new Error(`lifecycle offers no ${chosen}`);
  return chosen;
}

/**
 * Every write on a dispute goes through here, in one transaction: actor for row-level security,
 * idempotency key, gate with locks, policy, lifecycle row, the verb's body, conditional update of
 * status and version with the next step worked out anew, event on the hash chain, jobs.
 */
export function perform<I extends Input, T, A extends Actor>(
  ctx: ActContext<A>,
  action: DisputeAction,
  input: I,
  body: (act: Act<A>, input: I) => Promise<Done<T>>,
): Promise<T> {
  return once(ctx, action, input, (tx, claimed) => performing({ tx, claimed }, ctx, action, input, body));
}

/** The same inside a transaction that already holds its idempotency key: for an act made of two, such as activation. */
export async function performWithin<I extends Input, T, A extends Actor>(
  tx: Tx,
  ctx: ActContext<A>,
  action: DisputeAction,
  input: I,
  body: (act: Act<A>, input: I) => Promise<Done<T>>,
): Promise<T> {
  const { response, written } = await performing({ tx, claimed: Promise.resolve() }, ctx, action, input, body);
  await written;
  return response;
}

/** `written` is what was sent last: status, event and jobs. */
async function performing<I extends Input, T, A extends Actor>(
  { tx, claimed }: { tx: Tx; claimed: Promise<void> },
  ctx: ActContext<A>,
  action: DisputeAction,
  input: I,
  body: (act: Act<A>, input: I) => Promise<Done<T>>,
): Promise<{ response: T; written: Promise<unknown> }> {
  const { actor, now } = ctx;
  // The gate's statements travel with the key; whether it is new is known before anything else is done.
  const [opened, rulesOf, overrides] = await Promise.all([
    openDispute(tx, actor, action, input, true),
    rulesByOwner(tx, actor.countyId, dayOf(now)),
    dayOverridesOf(tx, actor.countyId),
    claimed,
  ]);
  if (actor.kind === "person" && opened.dispute.mergedAt && !possibleWhenMerged(action))
    throw conflict("disputeMerged");
  const before = opened.proceeding;
  if (before && input.version !== undefined && input.version !== before.version) throw conflict("changedMeanwhile");
  const facts = before && isGoverned(action) ? await factsOf(tx, actor.countyId, before.id, now) : null;
  const row = checkLifecycle(action, before, facts);

  const done = await body(
    { ...opened, tx, actor, now, rules: rulesOf(before), overrides, countyId: actor.countyId },
    input,
  );

  const proceeding = done.opens ?? before;
  const status = proceeding && statusAfter(row, proceeding.status, done.to);
  const tell = () =>
    Promise.all([
      appendAndAnnounce(tx, actor, now, {
        action,
        disputeId: opened.dispute.id,
        proceedingId: proceeding?.id,
        payload:
          status && before && status !== before.status
            ? { from: before.status, to: status, ...done.payload }
            : done.payload,
      }),
      ...(done.after ?? []).map((next) => appendAndAnnounce(tx, actor, now, next)),
      enqueue(tx, done.jobs ?? []),
    ]);
  const written =
    proceeding && status
      ? settleProceeding(
          tx,
          { proceeding, status, now, rules: rulesOf(proceeding), overrides, stamps: done.stamps ?? {} },
          tell,
        )
      : settleDispute(tx, opened.dispute, tell);
  return { response: done.result, written };
}
