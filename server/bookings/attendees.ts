import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { parties } from "@/db/schema/parties";
import { people } from "@/db/schema/people";
import type { SessionKind } from "@/db/vocabulary";
import type { DisputeRow, ProceedingRow } from "../access/gate";
import { conflict, invalid } from "../kernel/problem";

interface Coming {
  id: string;
  name: string;
  may: boolean;
}

/** Which of these people may come, as the database decides for every seat. */
async function coming(
  tx: Tx,
  dispute: DisputeRow,
  proceeding: ProceedingRow,
  ids: readonly string[],
): Promise<Coming[]> {
  return tx
    .select({
      id: people.id,
      name: people.name,
      may: sql<boolean>`app.may_sit(${people.countyId}, ${proceeding.id}::uuid, ${people.id})`,
    })
    .from(people)
    .where(and(eq(people.countyId, dispute.countyId), inArray(people.id, [...ids])));
}

/**
 * Everyone named and, unless `withLead` is false, the lead; refuses a helper who has not accepted, by name. A session
 * held at night may have been held by a colleague of the lead.
 */
export async function requireComing(
  tx: Tx,
  dispute: DisputeRow,
  proceeding: ProceedingRow,
  named: readonly string[],
  { withLead = true }: { withLead?: boolean } = {},
): Promise<string[]> {
  const ids = [...new Set([...(withLead ? [proceeding.leadPersonId] : []), ...named])];
  const found = await coming(tx, dispute, proceeding, ids);
  if (found.length !== ids.length) throw invalid("unknownReference");
  const stranger = found.find((person) => !person.may);
  if (stranger) throw conflict("notJoined", { name: stranger.name });
  return ids;
}

/**
 * Whose hours may be held without a seat: people who were asked, or may be. Refuses with tied (`kinds` are codes,
 * comma-separated), consentMissing, notAskable. The database asks the same of every slot.
 */
export async function requireAskable(tx: Tx, proceeding: ProceedingRow, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { countyId, id, disputeId } = proceeding;
  const rows = await tx.execute<{ name: string; kinds: string; force: string | null; parties: string }>(sql`
    select p.name, coalesce((select string_agg(k::text, ',' order by k) from app.barring_ties(p.county_id, ${id}::uuid, ${disputeId}::uuid, p.id) k), '') as kinds,
      f.force_code as force, coalesce((select string_agg(y.name, '、' order by y.position) from app.readable_parties y where y.county_id = p.county_id
        and y.id in (select app.consent_gap(p.county_id, ${id}::uuid, ${disputeId}::uuid, p.id, f.force_code))), '') as parties
    from people p
      left join lateral (select force_code from person_forces f where f.county_id = p.county_id and f.person_id = p.id order by force_code limit 1) f on true
    where p.county_id = ${countyId}::uuid and p.id in (${sql.join(
      ids.map((one) => sql`${one}::uuid`),
      sql`, `,
    )}) and not app.may_be_held(p.county_id, ${id}::uuid, p.id) order by p.name`);
  const [first] = rows;
  if (!first) return;
  if (first.force && first.kinds) throw conflict("tied", { name: first.name, kinds: first.kinds });
  if (first.force && first.parties) throw conflict("consentMissing", { parties: first.parties, force: first.force });
  throw invalid("notAskable");
}

/** Those of an earlier list who may still come, without helpers who have withdrawn since, and the present lead. */
export async function stillComing(
  tx: Tx,
  dispute: DisputeRow,
  proceeding: ProceedingRow,
  before: readonly string[],
): Promise<string[]> {
  const ids = [...new Set([proceeding.leadPersonId, ...before])];
  return (await coming(tx, dispute, proceeding, ids)).filter((person) => person.may).map((person) => person.id);
}

/** Whether this person may take a seat without being asked: staff, and helpers who have accepted. */
export async function mayCome(
  tx: Tx,
  dispute: DisputeRow,
  proceeding: ProceedingRow,
  personId: string,
): Promise<boolean> {
  const [person] = await coming(tx, dispute, proceeding, [personId]);
  return person?.may ?? false;
}

/** A joint session seats at least two sides, a caucus exactly one. */
export async function requireSides(
  tx: Tx,
  dispute: DisputeRow,
  kind: SessionKind,
  named: readonly string[],
): Promise<string[]> {
  const ids = [...new Set(named)];
  const found = await tx
    .select({ side: parties.side })
    .from(parties)
    .where(and(eq(parties.countyId, dispute.countyId), eq(parties.disputeId, dispute.id), inArray(parties.id, ids)));
  if (found.length !== ids.length) throw invalid("unknownReference");
  const sides = new Set(found.map((party) => party.side)).size;
  if (kind === "joint" && sides < 2) throw conflict("sidesNeeded");
  if (kind === "caucus" && sides !== 1) throw conflict("oneSideInCaucus");
  return ids;
}
