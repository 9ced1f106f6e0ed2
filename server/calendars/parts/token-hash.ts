import { sha256 } from "../../kernel/sha256";

/** What the database stores of a token. */
export const tokenHash = (token: string): string => sha256(token);
