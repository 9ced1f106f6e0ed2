import type { Actor, PersonActor } from "./actor";
import { newId } from "./ids";

/** Who asks, and when: one moment for the whole request or job, the same in TypeScript and in SQL (docs/adr/0020). */
export interface Context<A extends Actor = PersonActor> {
  actor: A;
  now: Date;
}

/** What one act needs besides its input: who, when, and the idempotency key of this intention. */
export interface ActContext<A extends Actor = PersonActor> extends Context<A> {
  /** UUID made by the client once per intention; retries send the same one. */
  key: string;
}

/**
 * The context of an act of `actor` at `now`, whether a person, a job or a test acts; made nowhere else. Without a key
 * the act is an intention of its own; with one it is carried out once.
 */
export const actAs = <A extends Actor>(actor: A, now: Date, key: string = newId(now)): ActContext<A> => ({
  actor,
  key,
  now,
});
