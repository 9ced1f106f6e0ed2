import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ProceedingStatus } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import { problemOfConstraint } from "../../kernel/constraint-problem";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";

export interface PartyToMatch {
  id: string;
  side: number;
  name: string;
}
/** One of the two registrations. `acts` is how much was done under it. Instants are ISO text. */
export interface Registration {
  id: string;
  number: string;
  title: string;
  registeredAt: string;
  status: ProceedingStatus | null;
  lead: string | null;
  acts: number;
  parties: PartyToMatch[];
  /** Why the other one cannot absorb it, as a problem code; null where it can. */
  obstacle: string | null;
}
export interface MergePlan {
  /** The one the reader asked from, and the other. */
  both: [Registration, Registration];
  /** Which one is absorbed where both can be: the one under which less was done. */
  absorbedId: string;
  /** Parties of the one that may be parties of the other, by number or name; ids, of the first and of the second. */
  alike: [string, string][];
}

const registration = (countyId: string, id: string, otherId: string): SQL => sql`
  select json_build_object('id', d.id, 'number', d.number, 'title', d.title, 'registeredAt', d.registered_at, 'status', p.status, 'lead', l.name,
    'acts', (select count(*)::int from events e where e.county_id = d.county_id and e.dispute_id = d.id),
    'parties', (select coalesce(json_agg(json_build_object('id', y.id, 'side', y.side, 'name', y.name) order by y.side, y.position), '[]')
      from app.readable_parties y where y.county_id = d.county_id and y.dispute_id = d.id and not y.is_departed),
    'obstacle', app.merge_obstacle(d.county_id, d.id, ${otherId}::uuid)) as row
  from disputes d
    left join lateral (select x.* from proceedings x where x.county_id = d.county_id and x.dispute_id = d.id order by x.ordinal desc limit 1) p on true
    left join people l on l.county_id = d.county_id and l.id = p.lead_person_id
  where d.county_id = ${countyId}::uuid and d.id = ${id}::uuid`;

async function registrationOf(tx: Tx, query: SQL): Promise<Registration> {
  const [found] = await tx.execute<{ row: Registration }>(query).execute();
  if (!found) throw new Error("no dispute");
  const { obstacle, ...row } = found.row;
  return { ...row, obstacle: obstacle && (problemOfConstraint(obstacle)?.code ?? null) };
}

/** What merging two registrations would mean, for whoever may do it to both. */
export function mergePlan(
  ctx: Context,
  { disputeId, otherDisputeId }: { disputeId: string; otherDisputeId: string },
): Promise<MergePlan> {
  const { countyId } = ctx.actor;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, ctx.actor, "dispute.merge", disputeId);
    await readDispute(tx, ctx.actor, "dispute.merge", otherDisputeId);
    const [one, other, alike] = await Promise.all([
      registrationOf(tx, registration(countyId, disputeId, otherDisputeId)),
      registrationOf(tx, registration(countyId, otherDisputeId, disputeId)),
      tx
        .execute<{ one: string; other: string }>(sql`
select one, other from app.alike_parties(${disputeId}::uuid, ${otherDisputeId}::uuid)`)
        .execute(),
    ]);
    const first = other.obstacle === null && (one.obstacle !== null || other.acts <= one.acts) ? other : one;
    return { both: [one, other], absorbedId: first.id, alike: alike.map((pair) => [pair.one, pair.other]) };
  });
}
