import { createHmac } from "node:crypto";
import type { PersonActor } from "../../kernel/actor";

/**
 * What seals the private words a desk lays down on its machine while the line is away: the same for the lead at every
 * opening of this session's desk, for nobody else at all, and nowhere on that machine.
 */
export const draftStoreSecret = ({ countyId, personId }: PersonActor, sessionId: string): string =>
  createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`desk shelf ${countyId} ${personId} ${sessionId}`)
    .digest("base64");
