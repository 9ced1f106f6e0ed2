import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { possibleCourts } from "../../agreements/parts/possible-courts";
import type { MatterFacts } from "./matter";

interface Found extends Record<string, unknown> {
  county: string;
  /** What was last heard of an application for this agreement: that it was made, dismissed or taken back. */
  kind: string | null;
  court: string | null;
}

/**
 * The court to which the parties hand their application: where they applied, else the only one that the record names as possible
 * (民事诉讼法 205). Null where they still have to choose, also after a dismissal.
 */
export async function courtOfApplication(
  tx: Tx,
  { countyId, agreementId }: { countyId: string; agreementId: string },
  { source, referredBy, place, committee, parties }: MatterFacts,
): Promise<string | null> {
  const [found] = await tx.execute<Found>(sql`
    select k.name as county, c.kind, c.reason as court from counties k left join lateral (
      select c.kind, c.reason from clock_changes c join clocks o on o.county_id = c.county_id and o.id = c.clock_id
      where o.county_id = k.id and o.agreement_id = ${agreementId}::uuid and c.kind in ('applied', 'dismissed', 'withdrawn')
      order by c.recorded_at desc, c.id desc limit 1) c on true
    where k.id = ${countyId}::uuid`);
  if (!found) return null;
  if (found.kind === "applied") return found.court;
  const there = parties.filter(({ isDeparted }) => !isDeparted);
  const courts = possibleCourts({ source, referredBy, place, county: found.county, committee, parties: there });
  const named = new Set(courts.map(({ court }) => court).filter(Boolean));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}
