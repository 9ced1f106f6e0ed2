import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";

export interface OfficesHere {
  county: string;
  countyEn: string;
  stations: { name: string; nameEn: string }[];
}

/** The county that this installation serves, with its stations in use, for whoever is about to sign in; null where it serves several or none. */
export async function officesHere(): Promise<OfficesHere | null> {
  const rows = await systemDatabase().execute<OfficesHere & Record<string, unknown>>(sql`
    select c.name as county, c.name_en as "countyEn", coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'nameEn', s.name_en) order by s.code)
      from stations s where s.county_id = c.id and s.disabled_at is null), '[]') as stations
    from counties c order by c.id limit 2`);
  const [only, other] = rows;
  return only && !other ? only : null;
}
