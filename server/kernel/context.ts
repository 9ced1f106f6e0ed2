import type { Actor, PersonActor } from "./actor";

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
