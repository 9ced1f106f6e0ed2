import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { hashOfSecret, sentSecret, sentSecretOf } from "../../access/link-secret";
import { newId } from "../../kernel/ids";
import { type DeliveryContext, isAsked } from "./delivery-context";

/** What a link would open for this recipient: the invitation or the question that this message is about, while it stands. */
function openedBy({ to, recipient, asking, invitationId, ...context }: DeliveryContext) {
  if (to === "outsider" || (to === "person" && !recipient.hasAccount)) {
    if (asking?.isOpen) return { invitationId: null, askingId: asking.id };
    if (invitationId && isAsked(context)) return { invitationId, askingId: null };
  }
  return null;
}

/**
 * Gives the token of the link that a message to somebody without an account names, so that they can answer and look up where and
 * when. The first message makes the link, every later one names the same. Null for everybody else, where there is no phone
 * whose last digits could be asked, and where the lead has made or locked one whose token nobody knows.
 */
export async function makeGuestLink(
  tx: Tx,
  countyId: string,
  context: DeliveryContext,
  now: Date,
): Promise<string | null> {
  const opened = openedBy(context);
  if (!opened || !/\d{4}$/.test(context.recipient.phone)) return null;
  const live = await liveLink(tx, countyId, opened);
  if (live) return live.triesLeft > 0 ? sentSecretOf(live.id, live.tokenHash) : null;
  const id = newId(now);
  // Names its columns: nobody but a visit writes those of a visit, not even their defaults.
  await tx.execute(sql`
    insert into invitation_links (county_id, id, dispute_id, invitation_id, asking_id, token_hash, created_by, created_at, expires_at)
    select m.county_id, ${id}::uuid, m.dispute_id, ${opened.invitationId}::uuid, ${opened.askingId}::uuid, ${hashOfSecret(sentSecret(id))},
      m.by_person, ${now.toISOString()}::timestamptz, m.answer_by
    from (select county_id, id, dispute_id, sent_by as by_person, answer_by from invitations
      union all select county_id, id, dispute_id, asked_by, answer_by from interpreter_askings) m
    where m.county_id = ${countyId}::uuid and m.id = ${opened.invitationId ?? opened.askingId}::uuid
    on conflict do nothing`);
  const made = await liveLink(tx, countyId, opened);
  return made && sentSecretOf(made.id, made.tokenHash);
}

async function liveLink(tx: Tx, countyId: string, of: { invitationId: string | null; askingId: string | null }) {
  const [found] = await tx.execute<{ id: string; tokenHash: string; triesLeft: number }>(sql`
    select id, token_hash as "tokenHash", tries_left as "triesLeft" from invitation_links
    where county_id = ${countyId}::uuid and coalesce(invitation_id, asking_id) = ${of.invitationId ?? of.askingId}::uuid and revoked_at is null`);
  return found ?? null;
}
