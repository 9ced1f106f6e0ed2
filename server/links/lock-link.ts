import { sql } from "drizzle-orm";
import { perform } from "../disputes/perform";
import { type SystemActor, systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { keyOf } from "../kernel/ids";
import { Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";

interface Locked {
  disputeId: string;
  proceedingId: string;
  /** Null of a question to an interpreter. */
  invitationId: string | null;
  askingId: string | null;
  /** Of whoever was asked to sign. */
  requestId: string | null;
  linkId: string;
}

/** Records that wrong digits have locked a link for good, so that the lead team is notified and may make another. */
export function lockLink(ctx: ActContext<SystemActor>, input: Locked): Promise<{ linkId: string }> {
  return perform(ctx, "invitation.lockLink", input, async () => ({
    result: { linkId: input.linkId },
    payload: {
      ...(input.requestId
        ? { request: input.requestId }
        : input.askingId
          ? { asking: input.askingId }
          : { invitation: input.invitationId }),
      link: input.linkId,
    },
  }));
}

/**
 * The worker's part after the last wrong try. Does nothing if the invitation or question was answered or the proceeding ended
 * meanwhile.
 */
export async function tellOfLock(payload: { countyId: string; linkId: string }, now: Date): Promise<void> {
  const { countyId, linkId } = payload;
  const actor = systemActor(countyId, "tellOfLock");
  const [locked] = await asActor({ actor, now }, (tx) =>
    tx.execute<Locked & Record<string, unknown>>(sql`
      select l.dispute_id as "disputeId", coalesce(i.proceeding_id, k.proceeding_id, g.proceeding_id) as "proceedingId", i.id as "invitationId", k.id as "askingId", q.id as "requestId", l.id as "linkId"
      from invitation_links l left join invitations i on i.county_id = l.county_id and i.id = l.invitation_id
        left join interpreter_askings k on k.county_id = l.county_id and k.id = l.asking_id
        left join signing_requests q on q.county_id = l.county_id and q.id = l.request_id left join agreements g on g.county_id = q.county_id and g.id = q.agreement_id
      where l.county_id = ${countyId}::uuid and l.id = ${linkId}::uuid and l.tries_left = 0 and l.revoked_at is null
        and (i.status in ('sent', 'seen') and i.answer_by > ${now.toISOString()}::timestamptz or k.id is not null and app.asking_is_open(k.county_id, k.id)
          or g.status = 'signing' and l.used_at is null)`),
  );
  if (!locked) return;
  try {
    await lockLink(actAs(actor, now, keyOf("invitation.lockLink", linkId)), locked);
  } catch (error) {
    // The proceeding has ended, so no answer is open.
    if (!(error instanceof Problem)) throw error;
  }
}
