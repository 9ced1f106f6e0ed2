import { sha256 } from "../../kernel/sha256";

/** SHA-256 of a check-in code, as stored with the session. */
export const checkInHash = (code: string): string => sha256(code);

/** How many minutes before the start the check-in code becomes valid. */
export const doorOpensBefore = 120;
