import { createHash } from "node:crypto";

/** What the database stores of a token. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
