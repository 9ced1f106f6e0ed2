import type { Tx } from "@/db/client";
import type { DisputeEvent, EventAction } from "@/db/vocabulary-events";
import type { Actor } from "./actor";
import type { ActContext } from "./context";
import { appendAndAnnounce, type EventPayload, type NewEvent } from "./events";
import { enqueue, type NewJob } from "./jobs";
import { once } from "./once";

/** What the body of an act gives back. An event with a dispute joins its chain, one without joins the county's. */
type ActDone<T, E extends EventAction> = {
  result: T;
  payload?: EventPayload;
  jobs?: readonly NewJob[];
  /** Further events, which follow the act's own. */
  after?: readonly NewEvent[];
  /** Rows on their way whose answers nothing else needs; the event covers them. */
  written?: Promise<unknown>;
  /** A further act on what this one wrote, in the same transaction: its event follows, and its answer is the answer. */
  follow?: () => Promise<T>;
} & (E extends DisputeEvent ? { disputeId: string } : { disputeId?: undefined });

/**
 * The counterpart of `perform` for acts without a dispute: one transaction with actor, idempotency key,
 * the body, an event and jobs. `authorize` is the access layer's decision and runs first. What `ahead` asks travels with
 * the key, and its answers are given to the body; it does nothing that a rollback would not undo.
 */
export function act<T, A extends Actor, E extends EventAction, B = undefined>(
  ctx: ActContext<A>,
  action: E,
  input: unknown,
  authorize: (actor: A) => void,
  body: (tx: Tx, before: B) => Promise<ActDone<T, E>>,
  ahead?: (tx: Tx) => Promise<B>,
): Promise<T> {
  return once(ctx, action, input, async (tx, claimed) => {
    authorize(ctx.actor);
    const [before] = await Promise.all([ahead?.(tx), claimed]);
    const done = await body(tx, before as B);
    const event = { action, disputeId: done.disputeId, payload: done.payload };
    // Sent together: the event arrives after everything that the body sent.
    const written = Promise.all([
      done.written,
      appendAndAnnounce(tx, ctx.actor, ctx.now, event),
      ...(done.after ?? []).map((next) => appendAndAnnounce(tx, ctx.actor, ctx.now, next)),
      enqueue(tx, done.jobs ?? []),
    ]);
    if (!done.follow) return { response: done.result, written };
    await written;
    return { response: await done.follow() };
  });
}
