import { createHash } from "node:crypto";

/** SHA-256 of a door code, as kept on the session. */
export const checkInHash = (code: string): string => createHash("sha256").update(code).digest("hex");

/** Minutes before the start from which the door code is taken. */
export const doorOpensBefore = 120;
