import { createHash } from "node:crypto";

/** What stands in the database of a token. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
