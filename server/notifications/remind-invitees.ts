import { sql } from "drizzle-orm";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { NewEvent } from "../kernel/events";
import { conflict, notFound } from "../kernel/problem";
import type { RemindInviteesInput } from "./inputs";
import { lastAskedAt, remindableFrom } from "./parts/remind-pause";

interface Asked extends Record<string, unknown> {
  id: string;
  personId: string;
  forceCode: string;
  isWaiting: boolean;
  isInTime: boolean;
  lastAsked: string;
}

/** The invitations of the proceeding that may be reminded of: the one that is named, else all that wait for an answer. */
async function askedOf(act: Act, invitationId: string | null): Promise<Asked[]> {
  const { tx, countyId, now } = act;
  const isWaiting = sql`(i.status in ('sent', 'seen'))`;
  const isInTime = sql`(i.answer_by > ${now.toISOString()}::timestamptz)`;
  const wanted = invitationId
    ? sql`i.id = ${invitationId}::uuid`
    : // Whoever was found tied to a party cannot answer before every party has said that it does not mind.
      sql`${isWaiting} and ${isInTime} and not exists (select from app.barring_ties(i.county_id, i.proceeding_id, i.dispute_id, i.person_id))`;
  const rows = await tx.execute<Asked>(sql`
    select i.id, i.person_id as "personId", i.force_code as "forceCode", ${isWaiting} as "isWaiting", ${isInTime} as "isInTime",
      ${lastAskedAt(sql`i`)} as "lastAsked"
    from invitations i
    where i.county_id = ${countyId}::uuid and i.proceeding_id = ${proceedingOf(act).id}::uuid and ${wanted} order by i.id for update of i`);
  return [...rows];
}

const eventOf = ({ id, personId, forceCode }: Asked) => ({ invitation: id, person: personId, force: forceCode });

/**
 * Asks people who have not answered once more, through the same channels as the invitation, and leaves an event for each of
 * them: one named invitation, or by one act all that wait, without those who were asked only lately. Refused when nobody
 * is left who could answer (invitationClosed, nobodyWaiting), and when everybody was asked within the time of the rule
 * `invitation.remindHours` (remindedLately).
 */
export function remindInvitees(ctx: ActContext, input: RemindInviteesInput): Promise<{ invitationIds: string[] }> {
  return perform(ctx, "invitation.remind", input, async (act) => {
    const { dispute, now, rules } = act;
    const asked = await askedOf(act, input.invitationId);
    const [one] = asked;
    if (!one) throw input.invitationId ? notFound() : conflict("nobodyWaiting");
    if (!one.isWaiting || !one.isInTime) throw conflict("invitationClosed", { status: "expired" });
    const due = asked.map((invitation) => ({ invitation, from: remindableFrom(invitation.lastAsked, rules) }));
    const [first, ...others] = due.filter(({ from }) => from <= now).map(({ invitation }) => invitation);
    if (!first) {
      const next = Math.min(...due.map(({ from }) => from.getTime()));
      throw conflict("remindedLately", { minutes: Math.ceil((next - now.getTime()) / 60_000) });
    }
    const after = others.map(
      (invitation): NewEvent => ({
        action: "invitation.remind",
        disputeId: dispute.id,
        proceedingId: proceedingOf(act).id,
        payload: eventOf(invitation),
      }),
    );
    return {
      result: { invitationIds: [first, ...others].map(({ id }) => id) },
      payload: eventOf(first),
      after,
    };
  });
}
