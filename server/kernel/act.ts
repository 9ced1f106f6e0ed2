import type { Tx } from "@/db/client";
import type { DisputeEvent, EventAction } from "@/db/vocabulary-events";
import type { Actor } from "./actor";
import type { ActContext } from "./context";
import { appendAndAnnounce, type EventPayload } from "./events";
import { enqueue, type NewJob } from "./jobs";
import { once } from "./once";

/** What the body of an act gives back. An event with a dispute joins its chain, one without joins the county's. */
type ActDone<T, E extends EventAction> = {
  result: T;
  payload?: EventPayload;
  jobs?: readonly NewJob[];
  /** Rows on their way whose answers nothing else needs; the event covers them. */
  written?: Promise<unknown>;
} & (E extends DisputeEvent ? { disputeId: string } : { disputeId?: undefined });

/**
 * The counterpart of `perform` for acts without a dispute: one transaction with actor, idempotency key,
 * the body, an event and jobs. `authorize` is the access layer's decision and runs first.
 */
export function act<T, A extends Actor, E extends EventAction>(
  ctx: ActContext<A>,
  action: E,
  input: unknown,
  authorize: (actor: A) => void,
  body: (tx: Tx) => Promise<ActDone<T, E>>,
): Promise<T> {
  return once(ctx, action, input, async (tx) => {
    authorize(ctx.actor);
    const done = await body(tx);
    const event = { action, disputeId: done.disputeId, payload: done.payload };
    // Sent together: the event arrives after everything that the body sent.
    await Promise.all([done.written, appendAndAnnounce(tx, ctx.actor, ctx.now, event), enqueue(tx, done.jobs ?? [])]);
    return done.result;
  });
}
