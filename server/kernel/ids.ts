import { v5, v7 } from "uuid";

/** A UUIDv7 whose time part is `at`, so that ids sort by the moment of the act. */
export const newId = (at: Date): string => v7({ msecs: at.getTime() });

/** The idempotency key of what the system does once about one thing: of two acts about the same thing each has its own. */
export const keyOf = (action: string, id: string): string => v5(action, id);
