import { hash } from "node:crypto";

/** SHA-256 of a text (in UTF-8) or of bytes, as 64 hexadecimal digits in lower case, as PostgreSQL writes it. */
export const sha256 = (of: string | Buffer): string => hash("sha256", of, "hex");
