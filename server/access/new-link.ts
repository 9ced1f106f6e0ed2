import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invitationLinks } from "@/db/schema/invitations";
import { newId } from "../kernel/ids";
import { hashOfSecret, newCode, newSecret, plainCode } from "./link-secret";

/** What a link opens: an invitation, or a request to sign. */
export type Opens = { invitationId: string } | { requestId: string };

/** Token and code of a link that is about to be made, and the hash that says in a stored answer whether it was this one. */
export interface Secrets {
  token: string;
  code: string;
  tokenHash: string;
}

export function newSecrets(): Secrets {
  const token = newSecret();
  return { token, code: newCode(), tokenHash: hashOfSecret(token) };
}

interface NewLink {
  countyId: string;
  disputeId: string;
  opens: Opens;
  /** Who made it, of the county's people. */
  by: string;
  now: Date;
  until: Date;
}

/** Writes a link, of whose secrets it holds the hashes alone; gives its id. */
export async function writeLink(tx: Tx, { code, tokenHash }: Secrets, link: NewLink): Promise<string> {
  const { countyId, disputeId, opens, by, now, until } = link;
  const id = newId(now);
  const [column, opened] =
    "requestId" in opens ? [sql`request_id`, opens.requestId] : [sql`invitation_id`, opens.invitationId];
  // Names its columns: nobody but the system may write those of a visit, not even their defaults.
  await tx.execute(sql`
    insert into invitation_links (county_id, id, dispute_id, ${column}, token_hash, code_hash, created_by, created_at, expires_at)
    values (${countyId}::uuid, ${id}::uuid, ${disputeId}::uuid, ${opened}::uuid, ${tokenHash}, ${hashOfSecret(plainCode(code))},
      ${by}::uuid, ${now.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz)`);
  return id;
}

/**
 * Token and code for whoever made the link, once. The answer of an act is stored for replays, so it holds neither; on a replay
 * both are null: what was shown once is not shown again.
 */
export const shownOnce = (made: { tokenHash: string }, { token, code, tokenHash }: Secrets) =>
  made.tokenHash === tokenHash ? { token, code } : { token: null, code: null };

/** Revokes every link to this; gives how many. */
export async function revokeLinks(tx: Tx, countyId: string, opens: Opens, now: Date): Promise<number> {
  const target =
    "requestId" in opens
      ? eq(invitationLinks.requestId, opens.requestId)
      : eq(invitationLinks.invitationId, opens.invitationId);
  const revoked = await tx
    .update(invitationLinks)
    .set({ revokedAt: now })
    .where(and(eq(invitationLinks.countyId, countyId), target, isNull(invitationLinks.revokedAt)))
    .returning({ id: invitationLinks.id });
  return revoked.length;
}

/** Marks a link as used, by its id or by the request it is for: from then on it answers and signs nothing anew. */
export const markUsed = (
  tx: Tx,
  countyId: string,
  of: { linkId: string } | { requestId: string },
  now: Date,
): Promise<unknown> =>
  tx
    .update(invitationLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(invitationLinks.countyId, countyId),
        "requestId" in of ? eq(invitationLinks.requestId, of.requestId) : eq(invitationLinks.id, of.linkId),
        isNull(invitationLinks.usedAt),
      ),
    );
