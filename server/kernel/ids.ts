import { v5, v7 } from "uuid";

/** A UUIDv7 whose time part is `at`, so that ids sort by the time of the act. */
export const newId = (at: Date): string => v7({ msecs: at.getTime() });

/** The idempotency key of an act the system does once about one thing; different acts about it have different keys. */
export const keyOf = (action: string, id: string): string => v5(action, id);
