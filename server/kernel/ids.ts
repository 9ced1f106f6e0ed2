import { v7 } from "uuid";

/** A UUIDv7 whose time part is `at`, so that ids sort by the moment of the act. */
export const newId = (at: Date): string => v7({ msecs: at.getTime() });
