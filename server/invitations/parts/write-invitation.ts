import { and, eq, inArray, sql } from "drizzle-orm";
import { disputeFacts } from "@/db/schema/disputes";
import { invitations, type OfferedTime } from "@/db/schema/invitations";
import { nameOnCard } from "../../access/party-as-read";
import { type Act, proceedingOf } from "../../disputes/perform";
import { newId } from "../../kernel/ids";
import type { NewJob } from "../../kernel/jobs";
import { conflict } from "../../kernel/problem";
import { requireConsent, requireMember, requireUntied } from "./check-invitee";

/** The invitation to write; the offered times are frozen into it as they are now. */
export interface WantedInvitation {
  personId: string;
  forceCode: string;
  /** What is asked of them, in a line; may be empty. */
  roleAsked: string;
  answerBy: Date;
  /** The declined, silent or withdrawn invitation whose seat this one takes. */
  replacesId: string | null;
  /** The session they are asked to; null while only their help as such is asked. */
  sessionId: string | null;
  /** Whether the session cannot be held without them. */
  isRequired: boolean;
  offers: OfferedTime[];
  /** The person in whose name it is sent: the actor when absent. The system itself must give one. */
  sentBy?: string;
}

/** The neutral summary, all that an invitee reads of the facts; refuses when none is written. */
async function neutralSummaryOf({ tx, countyId, dispute }: Act): Promise<string> {
  const [facts] = await tx
    .select({ summary: disputeFacts.neutralSummary })
    .from(disputeFacts)
    .where(and(eq(disputeFacts.countyId, countyId), eq(disputeFacts.disputeId, dispute.id)));
  if (!facts?.summary) throw conflict("summaryNeeded");
  return facts.summary;
}

/** Names for the conflict check, with side: "1:刘玉芬", linked people with their part: "2:张晓雯:agent". A minor keeps the family name alone. */
async function partyNamesOf({ tx, countyId, dispute }: Act): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select p.side || ':' || ${nameOnCard} as name, p.position, '' as link
    from parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${dispute.id}::uuid
    union all
    select p.side || ':' || l.name || ':' || l.kind, p.position, l.id::text
    from party_links l join parties p on p.county_id = l.county_id and p.id = l.party_id
    where l.county_id = ${countyId}::uuid and l.dispute_id = ${dispute.id}::uuid order by position, link`);
  return rows.map((row) => row.name);
}

async function requireFreedSeat({ tx, countyId, ...act }: Act, replacesId: string, forceCode: string): Promise<void> {
  const [freed] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.countyId, countyId),
        eq(invitations.id, replacesId),
        eq(invitations.proceedingId, proceedingOf(act).id),
        eq(invitations.forceCode, forceCode),
        inArray(invitations.status, ["declined", "expired", "withdrawn", "recused"]),
      ),
    );
  if (!freed) throw conflict("seatNotFreed");
}

/**
 * Writes one invitation after every check: member of the force, each party's consent, no barring tie, a seat
 * that is free, a neutral summary. Freezes summary, names and offered times. `jobs` lapse it at `answerBy`;
 * the caller passes them on. Refuses with notOfThisForce, consentMissing, tied, seatNotFreed, summaryNeeded,
 * alreadyInvited.
 */
export async function writeInvitation(
  act: Act,
  wanted: WantedInvitation,
): Promise<{ invitationId: string; jobs: NewJob[] }> {
  const { tx, countyId, dispute, now, actor } = act;
  const sentBy = wanted.sentBy ?? (actor.kind === "person" ? actor.personId : null);
  if (!sentBy) throw new Error("an invitation by the system needs somebody in whose name it is sent");
  const name = await requireMember(act, wanted);
  await requireConsent(act, wanted);
  await requireUntied(act, wanted.personId, name);
  if (wanted.replacesId) await requireFreedSeat(act, wanted.replacesId, wanted.forceCode);
  const id = newId(now);
  await tx.insert(invitations).values({
    countyId,
    id,
    disputeId: dispute.id,
    proceedingId: proceedingOf(act).id,
    personId: wanted.personId,
    forceCode: wanted.forceCode,
    roleAsked: wanted.roleAsked,
    neutralSummary: await neutralSummaryOf(act),
    partyNames: await partyNamesOf(act),
    sentBy,
    sentAt: now,
    answerBy: wanted.answerBy,
    replacesId: wanted.replacesId,
    sessionId: wanted.sessionId,
    isRequired: wanted.isRequired,
    offers: wanted.offers,
  });
  const lapse = { task: "expireInvitations", payload: { countyId, invitationId: id }, jobKey: `expire:${id}` };
  return { invitationId: id, jobs: [{ ...lapse, runAt: wanted.answerBy }] };
}
