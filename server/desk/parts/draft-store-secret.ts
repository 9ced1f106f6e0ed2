import { createHmac } from "node:crypto";
import type { PersonActor } from "../../kernel/actor";

/**
 * The secret that encrypts private words which the desk keeps on its machine while it is offline. The lead gets the same
 * secret each time they open this session's desk, nobody else does, and it is never stored on that machine.
 */
export const draftStoreSecret = ({ countyId, personId }: PersonActor, sessionId: string): string =>
  createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`desk shelf ${countyId} ${personId} ${sessionId}`)
    .digest("base64");
