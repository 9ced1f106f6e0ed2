import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people, personForces } from "@/db/schema/people";
import type { TieKind } from "@/db/vocabulary";
import { type Act, proceedingOf } from "../../disputes/perform";
import { conflict, invalid } from "../../kernel/problem";

interface Invitee {
  personId: string;
  forceCode: string;
}

/** Gives the name of the person, who must be in office and a member of this force. Refuses with "notOfThisForce". */
export async function requireMember({ tx, countyId }: Act, { personId, forceCode }: Invitee): Promise<string> {
  const [member] = await tx
    .select({ name: people.name })
    .from(people)
    .innerJoin(personForces, and(eq(personForces.countyId, people.countyId), eq(personForces.personId, people.id)))
    .where(
      and(
        eq(people.countyId, countyId),
        eq(people.id, personId),
        sql`app.is_expert(${people})`,
        eq(personForces.forceCode, forceCode),
      ),
    );
  if (!member) throw invalid("notOfThisForce");
  return member.name;
}

/**
 * People's mediation asks the parties first (人民调解法 20): refuses with "consentMissing", naming those who
 * have not agreed to this person or their force. The trigger is the second guard.
 */
export async function requireConsent(act: Act, { personId, forceCode }: Invitee): Promise<void> {
  const proceeding = proceedingOf(act);
  if (proceeding.track !== "peoples") return;
  const gap = await act.tx.execute<{ name: string }>(sql`
    select p.name from app.readable_parties p where p.county_id = ${act.countyId}::uuid and p.id in (
      select app.consent_gap(${act.countyId}::uuid, ${proceeding.id}::uuid, ${act.dispute.id}::uuid, ${personId}::uuid, ${forceCode}))
    order by p.position`);
  if (gap.length > 0)
    throw conflict("consentMissing", { parties: gap.map((party) => party.name).join("、"), force: forceCode });
}

/** Kinds of ties between a person and a party of this proceeding that no waiver covers. */
export async function barringTies(
  tx: Tx,
  of: { countyId: string; disputeId: string; proceedingId: string },
  personId: string,
): Promise<TieKind[]> {
  const rows = await tx.execute<{ kind: TieKind }>(sql`
    select kind from app.barring_ties(${of.countyId}::uuid, ${of.proceedingId}::uuid, ${of.disputeId}::uuid, ${personId}::uuid) kind order by 1`);
  return rows.map((row) => row.kind);
}

/** Refuses with "tied" a person with a tie to a party that is not waived; `kinds` are codes, comma-separated. */
export async function requireUntied(act: Act, personId: string, name: string): Promise<void> {
  const of = { countyId: act.countyId, disputeId: act.dispute.id, proceedingId: proceedingOf(act).id };
  const kinds = await barringTies(act.tx, of, personId);
  if (kinds.length > 0) throw conflict("tied", { name, kinds: kinds.join(",") });
}
