import { sql } from "drizzle-orm";
import type { Locale, Role } from "@/db/vocabulary";
import type { Context } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";

export interface Me {
  personId: string;
  name: string;
  username: string;
  role: Role;
  post: string;
  /** Contact point, station or committee, the nearest first; empty for county roles. */
  workplace: string;
  locale: Locale | null;
  mustChangePassword: boolean;
}

/** The actor's own name, role, workplaces and settings. */
export function me(ctx: Context): Promise<Me> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ [K in keyof Me]: Me[K] }>(sql`
      select p.id as "personId", p.name, a.username, p.role, p.post, coalesce(pt.name, s.name, c.name, '') as workplace, a.locale,
        a.must_change_password as "mustChangePassword"
      from people p join accounts a on a.county_id = p.county_id and a.person_id = p.id
      left join stations s on s.county_id = p.county_id and s.id = p.station_id
      left join committees c on c.county_id = p.county_id and c.id = p.committee_id
      left join contact_points pt on pt.county_id = p.county_id and pt.id = p.point_id
      where p.county_id = ${actor.countyId}::uuid and p.id = ${actor.personId}::uuid`);
    if (!row) throw notFound();
    return row;
  });
}
