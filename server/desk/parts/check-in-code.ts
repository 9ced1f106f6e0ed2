import { createHash } from "node:crypto";

/** SHA-256 of a check-in code, as stored with the session. */
export const checkInHash = (code: string): string => createHash("sha256").update(code).digest("hex");

/** How many minutes before the start the check-in code becomes valid. */
export const doorOpensBefore = 120;
