import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Is there a county already? */
export async function isSeeded(url: string): Promise<boolean> {
  process.env.DATABASE_URL = url;
  const rows = await database().execute(sql`select 1 from counties limit 1`);
  return rows.length > 0;
}

/** Whether anybody can sign in to an account of the demo county, whose password is known. */
export async function hasDemoAccounts(url: string): Promise<boolean> {
  process.env.DATABASE_URL = url;
  const rows = await database().execute(sql`
    select 1 from accounts a join people p on p.county_id = a.county_id and p.id = a.person_id
    where a.disabled_at is null and p.disabled_at is null and p.email like '%@demo.example' limit 1`);
  return rows.length > 0;
}
