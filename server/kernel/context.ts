import type { Actor, PersonActor } from "./actor";

/** What one act needs besides its input: who, when, and the idempotency key of this intention. */
export interface ActContext<A extends Actor = PersonActor> {
  actor: A;
  /** UUID made by the client once per intention; retries send the same one. */
  key: string;
  now: Date;
}
