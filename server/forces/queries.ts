import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context";
import { asActor } from "../kernel/transaction";

export interface ForceRow {
  code: string;
  nameZh: string;
  nameEn: string;
  shortZh: string;
  shortEn: string;
  sort: number;
  version: number;
  disabledAt: string | null;
  /** Members in office. */
  members: number;
}

/** The county's forces in their order, those off the board too. */
export function forceList(ctx: Context): Promise<ForceRow[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<{ [K in keyof ForceRow]: ForceRow[K] }>(sql`
      select f.code, f.name_zh as "nameZh", f.name_en as "nameEn", f.short_zh as "shortZh", f.short_en as "shortEn", f.sort, f.version,
        to_json(f.disabled_at) #>> '{}' as "disabledAt",
        (select count(*)::int from person_forces pf join people p on p.county_id = pf.county_id and p.id = pf.person_id
          where pf.county_id = f.county_id and pf.force_code = f.code and app.is_expert(p)) as members
      from forces f where f.county_id = ${actor.countyId}::uuid order by f.sort`);
    return [...rows];
  });
}
