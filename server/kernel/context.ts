import type { Actor, PersonActor } from "./actor";
import { newId } from "./ids";
import type { SharedReads } from "./shared-reads";

/** Who asks, and when: one time for the whole request or job, the same in TypeScript and in SQL (docs/adr/0020). */
export interface Context<A extends Actor = PersonActor> {
  actor: A;
  now: Date;
  /** Of a question: the transaction that all reads of its request share. */
  reads?: SharedReads;
}

/** What one act needs besides its input: who, when, and the idempotency key of this intention. */
export interface ActContext<A extends Actor = PersonActor> extends Context<A> {
  /** UUID made by the client once per intention; retries send the same one. */
  key: string;
}

/**
 * The context of an act of `actor` at `now`, for requests, jobs and tests alike; made nowhere else. An act with a key is
 * carried out once for that key; without one it gets a new key.
 */
export const actAs = <A extends Actor>(actor: A, now: Date, key: string = newId(now)): ActContext<A> => ({
  actor,
  key,
  now,
});
