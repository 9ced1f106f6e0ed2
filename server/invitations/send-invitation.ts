import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { disputeFacts } from "@/db/schema/disputes";
import { invitations } from "@/db/schema/invitations";
import { people, personForces } from "@/db/schema/people";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import type { SendInvitationInput } from "./inputs";

/** The two sentences an invitee may read; without them nobody is asked. */
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
    select p.side || ':' || case when p.is_minor then left(p.name, 1) || '某' else p.name end as name, p.position, '' as link
    from parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${dispute.id}::uuid
    union all
    select p.side || ':' || l.name || ':' || l.kind, p.position, l.id::text
    from party_links l join parties p on p.county_id = l.county_id and p.id = l.party_id
    where l.county_id = ${countyId}::uuid and l.dispute_id = ${dispute.id}::uuid order by position, link`);
  return rows.map((row) => row.name);
}

async function requireMember({ tx, countyId }: Act, personId: string, forceCode: string): Promise<void> {
  const [member] = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(personForces, and(eq(personForces.countyId, people.countyId), eq(personForces.personId, people.id)))
    .where(
      and(
        eq(people.countyId, countyId),
        eq(people.id, personId),
        isNull(people.disabledAt),
        eq(personForces.forceCode, forceCode),
      ),
    );
  if (!member) throw invalid("notOfThisForce");
}

/** People's mediation asks the parties first (人民调解法 20): names those who have not agreed. The trigger is the second wall. */
async function requireConsent(act: Act, personId: string, forceCode: string): Promise<void> {
  const proceeding = proceedingOf(act);
  if (proceeding.track !== "peoples") return;
  const gap = await act.tx.execute<{ name: string }>(sql`
    select p.name from parties p where p.county_id = ${act.countyId}::uuid and p.id in (
      select app.consent_gap(${act.countyId}::uuid, ${proceeding.id}::uuid, ${act.dispute.id}::uuid, ${personId}::uuid, ${forceCode}))
    order by p.position`);
  if (gap.length > 0)
    throw conflict("consentMissing", { parties: gap.map((party) => party.name).join("、"), force: forceCode });
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
        inArray(invitations.status, ["declined", "expired", "withdrawn"]),
      ),
    );
  if (!freed) throw conflict("seatNotFreed");
}

/**
 * Asks a member of a force to help. The invitation freezes the neutral summary and the parties' names;
 * it holds nothing else of the dispute. It lapses by itself at `answerBy` (ISO).
 */
export function sendInvitation(
  ctx: ActContext,
  input: SendInvitationInput,
): Promise<{ invitationId: string; answerBy: string }> {
  return perform(ctx, "invitation.send", input, async (act) => {
    const { tx, countyId, dispute, now, rules } = act;
    const { personId, forceCode, roleAsked, replacesId } = input;
    await requireMember(act, personId, forceCode);
    await requireConsent(act, personId, forceCode);
    if (replacesId) await requireFreedSeat(act, replacesId, forceCode);
    const answerBy = input.answerBy
      ? new Date(input.answerBy)
      : new Date(now.getTime() + rules["invitation.answerHours"] * 3_600_000);
    const id = newId(now);
    await tx.insert(invitations).values({
      countyId,
      id,
      disputeId: dispute.id,
      proceedingId: proceedingOf(act).id,
      personId,
      forceCode,
      roleAsked,
      neutralSummary: await neutralSummaryOf(act),
      partyNames: await partyNamesOf(act),
      sentBy: ctx.actor.personId,
      sentAt: now,
      answerBy,
      replacesId,
    });
    return {
      result: { invitationId: id, answerBy: answerBy.toISOString() },
      payload: {
        invitation: id,
        person: personId,
        force: forceCode,
        answerBy: answerBy.toISOString(),
        replaces: replacesId,
      },
      jobs: [
        { task: "expireInvitations", payload: { countyId, invitationId: id }, jobKey: `expire:${id}`, runAt: answerBy },
      ],
    };
  });
}
